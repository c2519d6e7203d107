export {
  diffFindings,
  isEmptyDiff,
  type FindingsDiff,
  type MovedFinding,
  type VerdictFlip,
} from './diffFindings.js';
export { asFindingsFile, findingsJson } from './findingsJson.js';
export { FINDINGS_SCHEMA, type FindingsFile } from './findingsSchema.js';
export { parseFindings, readFindings } from './readFindings.js';
export { diffToJson, diffToMarkdown, diffToText } from './renderDiff.js';
