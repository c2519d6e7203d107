export { declaredNumber } from './declaredNumber.js';
export { fixed, NO_NUMBER } from './fixed.js';
export { formatColumn, type ColumnFormat } from './formatColumn.js';
export { formatInterval, formatNumber, type NumberStyle } from './formatNumber.js';
export { formatLevel } from './formatLevel.js';
export { formatP } from './formatP.js';
export { nounOf, plural } from './plural.js';
