export { renderInsights, type InsightsOptions } from './renderInsights.js';
export { findingLinks, type FindingLinks } from './findingLinks.js';
