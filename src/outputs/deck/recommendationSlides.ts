import { joinProse, prose, strong } from '../../domain/prose.js';
import type { Block, Recommendation, Section, Slide } from '../../domain/section.js';

/** Recommendations that stand on one slide. */
const PER_SLIDE = 3;

/** Slides of the recommendations: the section's own, or, where it has none, made from its blocks. */
export function recommendationSlides(section: Section | undefined): readonly Slide[] {
  if (!section || section.slides.length > 0) return section?.slides ?? [];
  const all = section.blocks.flatMap(recommendationOf);
  const pages = Array.from({ length: Math.ceil(all.length / PER_SLIDE) }, (_, page) =>
    all.slice(page * PER_SLIDE, (page + 1) * PER_SLIDE),
  );
  return pages.map((recommendations, page) => ({
    title: page === 0 ? prose`What to do with this` : prose`What to do with this, continued`,
    points: recommendations.map(({ action, opportunity }) =>
      joinProse([[strong(action)], opportunity], ' – '),
    ),
    notes: recommendations.map(({ risk }) => prose`Risk: ${risk}`),
  }));
}

function recommendationOf(block: Block): Recommendation[] {
  return block.kind === 'recommendation' ? [block.recommendation] : [];
}
