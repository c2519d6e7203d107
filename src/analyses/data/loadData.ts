import type { z } from 'zod';
import { entityCounts } from '../../store/queries/entityCounts.js';
import { joinCoverage } from '../../store/queries/joinCoverage.js';
import { ledgerSummary } from '../../store/queries/ledgerSummary.js';
import { missingValues } from '../../store/queries/missingValues.js';
import { rejectionReasons } from '../../store/queries/rejectionReasons.js';
import { repeatedListings } from '../../store/queries/repeatedListings.js';
import { repeatedWorks } from '../../store/queries/repeatedWorks.js';
import { songsWithoutArtist } from '../../store/queries/songsWithoutArtist.js';
import { sourceAlbums } from '../../store/queries/sourceAlbums.js';
import type { Reader } from '../analysis.js';

type Rows<Q extends { readonly row: z.ZodType }> = readonly z.infer<Q['row']>[];

/** What the data section asks the store. */
export interface DataInput {
  readonly entities: Rows<typeof entityCounts>;
  readonly albums: Rows<typeof sourceAlbums>;
  readonly ledger: Rows<typeof ledgerSummary>;
  readonly rejections: Rows<typeof rejectionReasons>;
  readonly missing: Rows<typeof missingValues>;
  readonly works: Rows<typeof repeatedWorks>;
  readonly listings: Rows<typeof repeatedListings>;
  readonly joins: Rows<typeof joinCoverage>;
  readonly artistless: Rows<typeof songsWithoutArtist>;
}

export async function loadData(reader: Reader): Promise<DataInput> {
  return {
    entities: await reader.ask(entityCounts),
    albums: await reader.ask(sourceAlbums),
    ledger: await reader.ask(ledgerSummary),
    rejections: await reader.ask(rejectionReasons),
    missing: await reader.ask(missingValues),
    works: await reader.ask(repeatedWorks),
    listings: await reader.ask(repeatedListings),
    joins: await reader.ask(joinCoverage),
    artistless: await reader.ask(songsWithoutArtist),
  };
}
