import type { Block, Section } from '../../domain/section.js';
import { escapeMarkdown } from '../prose/index.js';
import { renderChart } from './chart.js';
import { sectionHeading } from './contents.js';
import { cited, type InsightsContext } from './insightsContext.js';
import { renderRecommendation } from './recommendation.js';
import { renderTable } from './table.js';

/** A section's heading and blocks, each a Markdown paragraph, list, picture or table. */
export function renderSection(section: Section, context: InsightsContext): string[] {
  return [
    sectionHeading(section),
    ...section.blocks.flatMap((block) => renderBlock(block, context)),
  ];
}

function renderBlock(block: Block, context: InsightsContext): string[] {
  switch (block.kind) {
    case 'heading':
      return [`### ${escapeMarkdown(block.text)}`];
    case 'paragraph':
      return [cited(block.text, context)];
    case 'list':
      return [block.items.map((item) => `- ${cited(item, context)}`).join('\n')];
    case 'chart':
      return renderChart(block.chart, context);
    case 'table':
      return renderTable(context.book.table(block.table), block.rows);
    case 'recommendation':
      return renderRecommendation(block.recommendation, context);
  }
}
