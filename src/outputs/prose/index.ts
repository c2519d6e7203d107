export { cleanName, NAME_LIMIT, truncate } from './cleanName.js';
export { escapeHtml } from './escapeHtml.js';
export { escapeMarkdown, escapeSlide, unescapeMarkdown } from './escapeMarkdown.js';
export { partText } from './partText.js';
export { proseToMarkdown, proseToSlide } from './proseToMarkdown.js';
export { proseToPlain } from './proseToPlain.js';
