import type { RecordTransform } from '../recordTransform.js';
import { artistTransform } from './artistTransform.js';
import { genreTrackTransform } from './genreTrackTransform.js';
import { listenTransform } from './listenTransform.js';
import { playlistTrackTransform } from './playlistTrackTransform.js';
import { sampleFollowersTransform } from './sampleFollowersTransform.js';
import { sampleTrackTransform } from './sampleTrackTransform.js';
import { sampleVideoTransform } from './sampleVideoTransform.js';
import { tagAssignmentTransform } from './tagAssignmentTransform.js';
import { trackRowTransform } from './trackRowTransform.js';
import { videoTrackTransform } from './videoTrackTransform.js';

/** One transform per kind of record, one line each; sources that yield the same kind share it. */
export const TRANSFORMS: readonly RecordTransform[] = [
  playlistTrackTransform,
  genreTrackTransform,
  videoTrackTransform,
  trackRowTransform,
  artistTransform,
  listenTransform,
  tagAssignmentTransform,
  sampleTrackTransform,
  sampleVideoTransform,
  sampleFollowersTransform,
];
