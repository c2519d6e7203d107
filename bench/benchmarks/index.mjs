import { charts } from './charts.mjs';
import { endToEnd } from './endToEnd.mjs';
import { growth } from './growth.mjs';
import { ingest } from './ingest.mjs';
import { models } from './models.mjs';
import { peer } from './peer.mjs';
import { recommend } from './recommend.mjs';

/** All benchmarks, in the order in which they run. One more is one more file and one more line here. */
export const BENCHMARKS = [endToEnd, ingest, charts, growth, peer, models, recommend];
