export { ARCHITECTURE_FIGURE, architecturePicture, architectureSvg } from './architectureSvg.js';
export { deckHtml, type DeckHtmlOptions } from './deckHtml.js';
export { EXPORT_FORMATS, exportDeck, type ExportFormat, type ExportOptions } from './exportDeck.js';
export { figuresInSet, figuresOnDisk } from './figureReader.js';
export {
  describeMissingBrowser,
  findBrowser,
  type BrowserEnvironment,
  type BrowserSearch,
} from './findBrowser.js';
export { openBrowser } from './openBrowser.js';
export { readTheme, THEME_PATH } from './readTheme.js';
export { renderDeck, type DeckOptions } from './renderDeck.js';
export { serveSlides, type ServeOptions, type SlideServer } from './serveSlides.js';
