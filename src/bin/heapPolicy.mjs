// How the heap of JavaScript grows: old objects to 1.3 times of what was in use after the last cleaning, where
// V8 by itself lets it grow fourfold (150 MB of garbage beside the database in the same process, more with many songs);
// young ones quickly to their full room, so that the rows of a query are not carried over to the old ones. Together less
// memory and less time.
import { setFlagsFromString } from 'node:v8';

setFlagsFromString('--heap-growing-percent=30');
setFlagsFromString('--semi-space-growth-factor=4');
