import { prose, type Prose } from '../../domain/prose.js';
import type { AdviceKind } from './recommend.js';

/** Advice as declared; whether it is printed depends on the findings it rests on. */
export interface Advice {
  readonly id: string;
  readonly kind: AdviceKind;
  readonly restsOn: readonly string[];
  readonly action: Prose;
  readonly risk: Prose;
  /** How many smallest effects of interest the interval must reach; half of one unless given. */
  readonly strength?: number;
}

/** All advice there can be, one entry each. To add one: an entry here. */
export const ADVICE: readonly Advice[] = [
  {
    id: 'official-video',
    kind: 'act',
    restsOn: ['platforms.official'],
    action: prose`Check which upload a search finds for songs that do well on Spotify, and mend what is found where it is not the official video.`,
    risk: prose`Many of these songs have an official video that the search behind these data missed: there the difference says something about the data and nothing about the song. Videos are also made for songs that are expected to do well.`,
  },
  {
    id: 'plan-platforms-together',
    kind: 'act',
    restsOn: ['platforms.streams_views'],
    action: prose`Plan Spotify and YouTube as one campaign, and look into songs that do well on one and not on the other: those are the gaps to close.`,
    risk: prose`The agreement is far from perfect, so some gaps are a matter of audience and will not close.`,
  },
  {
    id: 'read-likes-by-reach',
    kind: 'act',
    restsOn: ['platforms.like_rate'],
    action: prose`Compare the like rate of a video only with videos of similar reach; set targets by reach.`,
    risk: prose`The rate also falls by arithmetic when views are inflated by autoplay or promotion.`,
  },
  {
    id: 'playlist-pitching',
    kind: 'act',
    restsOn: ['platforms.playlists'],
    action: prose`Keep pitching to playlists, and count placements as an early signal of a song’s popularity.`,
    risk: prose`Popular songs are put on playlists because they are popular; part of the difference, perhaps most, is that way round.`,
  },
  {
    id: 'guest-artists',
    kind: 'act',
    restsOn: ['content.featuring'],
    action: prose`Where a guest fits, try one, name the guest in the title, and compare with the artist’s other songs.`,
    risk: prose`Guests join songs that are expected to do well, so a guest may add less than the difference found; shared royalties cost.`,
  },
  {
    id: 'short-songs',
    kind: 'act',
    restsOn: ['content.duration'],
    action: prose`Where a song is long, prefer the shorter cut as the lead version.`,
    risk: prose`Length goes with style; cutting a song that lives from its build-up can cost more than it gains, and in the figure by length the shortest songs need not score highest.`,
  },
  {
    id: 'long-songs',
    kind: 'reverse',
    restsOn: ['content.duration'],
    action: prose`Do not cut songs short for the sake of popularity.`,
    risk: prose`Length goes with style; longer is not better for every song.`,
  },
  {
    id: 'friday-release',
    kind: 'act',
    restsOn: ['content.friday'],
    action: prose`Keep Friday as the default release day.`,
    risk: prose`Large labels release on Fridays, so part of the difference is who releases; small releases also meet the most competition then.`,
  },
  {
    id: 'explicit-version',
    kind: 'act',
    restsOn: ['content.explicit'],
    action: prose`Do not hold back an explicit version where the genre expects one.`,
    risk: prose`The difference inside genres is small next to the plain comparison, and explicit songs are kept off some playlists and radio.`,
  },
  {
    id: 'clean-version',
    kind: 'reverse',
    restsOn: ['content.explicit'],
    action: prose`Put out a clean version beside an explicit one.`,
    risk: prose`In genres where explicit lyrics are expected, a clean version may not find its audience.`,
  },
  {
    id: 'singles-first',
    kind: 'act',
    restsOn: ['content.single'],
    action: prose`Release the strongest songs as singles before or beside the album.`,
    risk: prose`Labels choose the best songs as singles, so part of the difference is the choice.`,
  },
  {
    id: 'singles-need-an-album',
    kind: 'reverse',
    restsOn: ['content.single'],
    action: prose`Do not count on a single to outdo album tracks by itself: plan the album and its promotion with it.`,
    risk: prose`Singles are often newer and have had less time to collect streams, and a hit single is often counted under its album later; the data hold no release date to separate this.`,
  },
  {
    id: 'voice',
    kind: 'act',
    restsOn: ['content.audio_instrumentalness'],
    action: prose`For reach, put songs with vocals first; position instrumentals for their own uses, such as focus or sleep.`,
    risk: prose`Popularity is not the only income: instrumentals earn on long listening sessions and in licensing.`,
  },
  {
    id: 'fourth-quarter',
    kind: 'act',
    restsOn: ['content.fourth_quarter'],
    action: prose`Favour the last quarter for important releases.`,
    risk: prose`Competition and advertising prices are highest then.`,
  },
  {
    id: 'benchmark-within-genre',
    kind: 'act',
    restsOn: ['genres.spread'],
    // A few percent are sure and yet no ground to plan by.
    strength: 10,
    action: prose`Judge a song’s popularity against its own genre and year, not against all music.`,
    risk: prose`Genres are labels that editors gave; songs between genres are judged by the wrong one.`,
  },
  {
    id: 'reach-and-devotion',
    kind: 'act',
    restsOn: ['artists.loyalty'],
    action: prose`Plan reach and devotion together: nothing here says that one is won at the cost of the other.`,
    risk: prose`The listeners are fans of one service at one time, and only what they play most is known; a wider audience may listen less closely.`,
  },
];
