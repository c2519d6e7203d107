import type { FindingBook } from '../../domain/findingBook.js';
import { constant, name, prose, strong, type Prose } from '../../domain/prose.js';
import type { Block, Slide } from '../../domain/section.js';
import { FEW_CLUSTERS } from '../adjusted/fitExposure.js';
import type { AnalysisContext } from '../analysis.js';
import { familySize, FALSE_DISCOVERY_RATE } from '../judge.js';
import { hypotheses, hypothesesHash } from '../hypotheses.js';

/** The text of the methods section. */
export function methodBlocks(book: FindingBook, context: AnalysisContext): readonly Block[] {
  return [
    { kind: 'heading', text: 'Hypotheses and verdicts' },
    { kind: 'paragraph', text: family(book) },
    { kind: 'list', items: VERDICTS },
    { kind: 'paragraph', text: EXPLORATORY },
    { kind: 'heading', text: 'Like for like' },
    { kind: 'paragraph', text: ADJUSTMENT },
    { kind: 'paragraph', text: CLUSTERS },
    { kind: 'heading', text: 'What the data are a sample of' },
    { kind: 'list', items: selections(context) },
    { kind: 'paragraph', text: DATES },
    { kind: 'heading', text: 'Limits' },
    { kind: 'list', items: LIMITS },
    { kind: 'paragraph', text: chance(context) },
    { kind: 'table', table: 'methods.hypotheses' },
  ];
}

const LEVEL = constant('95%');
const RATE = constant(`${FALSE_DISCOVERY_RATE * 100}%`);

function family(book: FindingBook): Prose {
  const size = constant(String(familySize(book.findings)));
  const declared = constant(String(hypotheses.length));
  return prose`${declared} hypotheses were declared with direction, test, confounders and smallest effect of interest before the data were read (hash ${constant(hypothesesHash().slice(0, 16))}); ${size} could be tested with these data. They form one family: p values are adjusted together by Benjamini and Hochberg’s method, which holds the expected share of false discoveries at ${RATE}. Intervals are at the ${LEVEL} level, each for its own estimate. The verdict follows the adjusted estimate:`;
}

/** In full thousands, so that the comma is theirs. */
const FEW = constant(`${FEW_CLUSTERS / 1000},000`);
const VERDICTS: readonly Prose[] = [
  prose`${strong('Too small to matter')}: the whole interval lies inside plus or minus the smallest effect of interest. This is asked first, so an effect can be surely there and still be of no consequence. It is stricter than two one-sided tests at ${RATE}, which would ask for the ${constant('90%')} interval.`,
  prose`${strong('Supported')}: the adjusted p value is at most ${constant(String(FALSE_DISCOVERY_RATE))} and the interval lies on the declared side of zero.`,
  prose`${strong('Contradicted')}: the same on the other side.`,
  prose`${strong('Inconclusive')}: anything else. It does not mean that there is no effect.`,
];

const EXPLORATORY: Prose = prose`Comparatives such as “higher” or “more” are used only where the whole interval lies beyond the smallest effect of interest. Labels such as “small” or “large” describe the end of the interval nearest zero. Findings are ranked by that end in units of the smallest effect of interest, not by p; those whose declared limit could account for all of the difference stand after the others, however strong, in the summary and among the recommendations. Anything that was not declared is exploratory: it is marked as such, its p values are not adjusted, and it gets no verdict.`;

const ADJUSTMENT: Prose = prose`Adjusted estimates come from least squares with the confounders as further terms. Genre is a category in the vocabulary of the source, and release year a category too; years with fewer than ${constant('30')} songs are pooled by decade, with a trend inside it. The artist’s number of songs in the source enters as log(one plus n), and the artist, where it is a confounder, as a fixed effect. Crude and adjusted estimates use the same songs. Streams, views and like rates are compared on a logarithmic scale and shown as differences in percent. Where it can be done, the same comparison is also made with the artist as a further fixed effect, which leaves only differences among the songs of one artist; where that points the other way or is less than half, both numbers are given, and a difference of which nothing is shown there stands after the others. Agreement of streams and views is a correlation of ranks over all songs, less the mean rank of each artist. Plays per listener of an artist are compared as geometric means, because plain means of skewed counts grow with the number of listeners by themselves. Genres are compared song by song: the songs listed under a genre against all others of the source, so a song under two genres belongs to each of them. Growth is the slope of the yearly shares, every year counting the same. A share turned where its highest year lies clearly above the mean of the years before it and of those after it, or its lowest year clearly below both. These intervals are widened for the choice of genre and year. The share that genre accounts for is a bias-corrected share of variance within release years.`;

const CLUSTERS: Prose = prose`Songs of one artist are not independent. Errors are robust to clusters, by artist wherever at least half of the songs have one: ${constant('CR1')}, and for declared comparisons of fewer than ${FEW} clusters ${constant('CR2')} with Satterthwaite degrees of freedom. Where the source names no artist, genres are the clusters; they hold an artist’s songs together as far as the artist keeps to one genre. With fewer than ${constant('10')} clusters every song counts as its own, and the finding says so.`;

const DATES: Prose = prose`Popularity, streams and views are observations of one source on one date, never averaged across sources. Where sources of different years stand beside each other, each finding names its own date; “today” is nowhere a date.`;

const LIMITS: readonly Prose[] = [
  prose`Nothing here is an experiment. What is adjusted for is what the data hold; marketing, label and fame beyond the number of songs are not among it.`,
  prose`Popularity is a platform’s own score, weighted to recent plays. A popularity of zero can mean a withdrawn or duplicated release.`,
  prose`The data hold songs that somebody chose: failures are under-represented, and differences among chosen songs can differ from those among all songs.`,
  prose`A source may list a song under each of its artists. Comparisons count it once, with the artist it is listed under first; rankings of artists count it for each of them.`,
  prose`Linear adjustment assumes that differences are alike across genres and years; where they are not, the estimate is an average of them.`,
];

function selections(context: AnalysisContext): readonly Prose[] {
  return context.sources.map(
    (stamp) =>
      prose`${name(stamp.title)}, as of ${constant(context.asOf(stamp.source))}: ${name(stamp.selection)}`,
  );
}

function chance(context: AnalysisContext): Prose {
  return prose`Bootstraps and draws use a seed (${constant(String(context.seed))}) with a separate stream for each purpose, so the same data give the same report to the byte.`;
}

/** One slide on method and one on limits. */
export function methodSlides(book: FindingBook, context: AnalysisContext): readonly Slide[] {
  return [
    {
      title: prose`Declared first, compared like for like, judged together`,
      points: [
        prose`${constant(String(familySize(book.findings)))} tests in one family, false discoveries held at ${RATE}`,
        prose`Genre, year and artist held constant; one artist’s songs count together`,
        prose`Words follow the interval, and too small to matter is a result`,
      ],
      notes: [family(book), ADJUSTMENT, CLUSTERS],
    },
    {
      title: prose`What these data cannot say`,
      points: [
        prose`Association, not cause: nothing here is an experiment`,
        prose`Chosen songs: failures are under-represented`,
        prose`Sources of different years are never averaged`,
      ],
      notes: [...LIMITS, ...selections(context)],
    },
  ];
}
