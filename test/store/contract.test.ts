import { openPglite } from '../../src/store/adapters/pglite.js';
import { describeStoreContract } from './contract/storeContract.js';

describeStoreContract('embedded, in memory', () => openPglite(null));
