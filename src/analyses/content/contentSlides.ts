import type { FindingBook } from '../../domain/findingBook.js';
import { prose } from '../../domain/prose.js';
import type { Slide } from '../../domain/section.js';
import type { AnalysisContext } from '../analysis.js';
import { findingSlide } from '../narration.js';
import { capitalised, messageClause } from '../wording.js';
import { audioFindings } from './audioFindings.js';

const CHARTS: readonly (readonly [id: string, chart: string | undefined])[] = [
  ['content.explicit', 'explicit-crude-adjusted'],
  ['content.duration', 'duration-curve'],
  ['content.friday', 'release-weekdays'],
  ['content.fourth_quarter', 'release-months'],
  ['content.single', 'album-type'],
  ['content.age', 'age-curve'],
];

/** One slide per question that could be measured, and one on sound. */
export function contentSlides(book: FindingBook, context: AnalysisContext): readonly Slide[] {
  const slides = CHARTS.flatMap(([id, chart]) => {
    const finding = book.measured(id);
    return finding ? findingSlide(finding, context, chart === undefined ? {} : { chart }) : [];
  });
  return [...slides, ...soundSlide(book)];
}

function soundSlide(book: FindingBook): readonly Slide[] {
  const findings = audioFindings(book).filter((finding) => finding.estimate !== null);
  const [strongest] = findings;
  if (!strongest) return [];
  return [
    {
      title: capitalised(messageClause(strongest)),
      chart: 'audio-forest',
      points: findings.slice(1, 4).map((finding) => capitalised(messageClause(finding))),
      notes: [
        prose`Each sound measure is compared among songs of the same genre, release year and size of the artist’s catalogue. The measures overlap: loud songs are also energetic songs.`,
      ],
    },
  ];
}
