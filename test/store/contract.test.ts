import { openPglite } from '../../src/store/pglite.js';
import { describeStoreContract } from './contract/storeContract.js';

describeStoreContract('embedded, in memory', () => openPglite(null));
