import { plantedSize } from './planted.js';
import { sampleRandom } from './sampleRandom.js';
import type { SampleSong } from './sampleSong.js';

/** Streams of a song and the video that was found for it. */
export interface SampleVideo {
  readonly streams: number;
  readonly views: number;
  readonly likes: number;
  readonly comments: number;
  readonly licensed: boolean;
  readonly official: boolean;
}

/** Share of the songs that were looked up on the video platform. */
const SEEN_SHARE = 0.85;

const LOG_STREAMS = { mean: 6, fame: 0.5, appeal: 0.22, sd: 0.35 } as const;
const LOG_VIEWS = { mean: 5.8, artistSd: 0.35, sd: 0.4 } as const;
const LOG_LIKES_PER_VIEW = { mean: -1.75, sd: 0.2 } as const;
const LOG_COMMENTS_PER_VIEW = { mean: -3, sd: 0.3 } as const;

/**
 * Streams and video figures of a song, or null where it was not looked up. Official videos are made for songs that
 * do well, so that the crude comparison says too much.
 */
export function sampleVideo(song: SampleSong, seed: number): SampleVideo | null {
  const random = sampleRandom(seed, `video ${song.id}`);
  if (!random.chance(SEEN_SHARE)) return null;
  const single = song.release.type === 'single' ? plantedSize('content.single') : 0;
  const streams =
    LOG_STREAMS.mean +
    LOG_STREAMS.fame * song.artist.fame +
    LOG_STREAMS.appeal * song.appeal +
    single +
    LOG_STREAMS.sd * random.normal();
  const official = random.chance(logistic(0.8 + 0.8 * (streams - LOG_STREAMS.mean)));
  const reach = sampleRandom(seed, 'channel', song.artist.index).normal();
  const views =
    LOG_VIEWS.mean +
    plantedSize('platforms.streams_views') * (streams - LOG_STREAMS.mean) +
    (official ? plantedSize('platforms.official') : 0) +
    LOG_VIEWS.artistSd * reach +
    LOG_VIEWS.sd * random.normal();
  const likesPerView =
    LOG_LIKES_PER_VIEW.mean +
    plantedSize('platforms.like_rate') * (views - LOG_VIEWS.mean) +
    LOG_LIKES_PER_VIEW.sd * random.normal();
  const commentsPerView = LOG_COMMENTS_PER_VIEW.mean + LOG_COMMENTS_PER_VIEW.sd * random.normal();
  return {
    streams: Math.round(10 ** streams),
    views: Math.round(10 ** views),
    likes: Math.round(10 ** (views + Math.min(0, likesPerView))),
    comments: Math.round(10 ** (views + commentsPerView)),
    licensed: random.chance(0.7),
    official,
  };
}

function logistic(value: number): number {
  return 1 / (1 + Math.exp(-value));
}
