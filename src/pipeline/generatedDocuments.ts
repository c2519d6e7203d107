import { featuresDocument } from '../features/featuresDocument.js';
import { openSample } from '../sources/sample/openSample.js';
import { dataDictionary } from '../store/dataDictionary.js';
import { openStore } from '../store/openStore.js';
import { ingestInputs } from './ingestInputs.js';

/** The sample that the data dictionary takes its examples from. */
const EXAMPLES = { songs: 300, seed: 1 } as const;
/** Runs are named after their start: the clock of the examples stands still, so that the document does. */
const EXAMPLE_TIME = '2024-12-31T00:00:00Z';

/** The documents that are made from the schema and the registries: path → text. */
export async function generatedDocuments(): Promise<[string, string][]> {
  const db = await openStore({ directory: null });
  try {
    await ingestInputs(db, [openSample(EXAMPLES)], { now: () => new Date(EXAMPLE_TIME) });
    return [
      ['docs/DATA_DICTIONARY.md', await dataDictionary(db)],
      ['docs/FEATURES.md', featuresDocument()],
    ];
  } finally {
    await db.close();
  }
}
