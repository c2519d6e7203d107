import type { Finding } from '../../domain/finding.js';
import type { FindingBook } from '../../domain/findingBook.js';
import {
  constant,
  joinProse,
  listOf,
  name,
  number,
  prose,
  type Prose,
} from '../../domain/prose.js';
import type { Block } from '../../domain/section.js';
import type { AnalysisContext } from '../analysis.js';
import { likelyRange } from '../likelyRange.js';
import { findingParagraph, sourceSentence } from '../narration.js';
import { sourceTitle } from '../sourceTitle.js';
import { namesIn } from '../tableNames.js';
import { recoveryId, topId } from './artistIds.js';
import { topTableId } from './artistTables.js';
import { loyaltyBlocks } from './loyaltyBlocks.js';
import { METRIC_WORDS, RANKED_METRICS, type RankedMetric } from './rankings.js';

const PAIRS = 10;

/** The text of the artists section. */
export function artistBlocks(book: FindingBook, context: AnalysisContext): readonly Block[] {
  return [
    ...leaders(book, context),
    ...agreement(book),
    ...catalogue(book),
    ...loyaltyBlocks(book, context),
    ...engagement(book, context),
    ...clusters(book, context),
    ...growth(book, context),
  ];
}

function leaders(book: FindingBook, context: AnalysisContext): readonly Block[] {
  const metrics = RANKED_METRICS.filter((metric) => book.measured(topId(metric)));
  if (metrics.length === 0) {
    return [
      heading('Top artists'),
      nothing('No source observed plays, popularity, streams or views of artists.'),
    ];
  }
  const firsts = metrics.map(
    (metric) =>
      prose`By ${METRIC_WORDS[metric].noun}: ${name(firstArtist(book, metric))} with ${number(topId(metric))}${intervalOf(book, metric)}`,
  );
  const sources = [...new Set(metrics.flatMap((metric) => book.finding(topId(metric)).sources))];
  return [
    heading('Top artists'),
    {
      kind: 'paragraph',
      text: prose`Each ranking comes from one source and its date; none is an average over sources. First in each:`,
    },
    { kind: 'list', items: firsts },
    { kind: 'paragraph', text: prose`What the sources are samples of:` },
    {
      kind: 'list',
      items: sources.flatMap((source) => {
        const stamp = context.sources.find((one) => one.source === source);
        return stamp ? [prose`${sourceTitle(source, context)}: ${name(stamp.selection)}`] : [];
      }),
    },
    ...(book.hasTable('artists.leaders') ? [table('artists.leaders')] : []),
    chart('top-artists'),
    ...metrics.map((metric) => table(topTableId(metric), 5)),
  ];
}

function firstArtist(book: FindingBook, metric: RankedMetric): string {
  return namesIn(book, topTableId(metric), 'artist')[0] ?? '';
}

function intervalOf(book: FindingBook, metric: RankedMetric): Prose {
  const finding = book.finding(topId(metric));
  if (finding.ci === null) return [];
  return prose` (likely range ${number(finding, 'interval')}, from ${number(finding, 'n')})`;
}

/** Pairs of rankings with their correlation, most alike first. */
function pairs(book: FindingBook): readonly Finding[] {
  return book.findings
    .filter(({ id, estimate }) => id.startsWith('artists.agreement.') && estimate !== null)
    .sort((a, b) => (b.estimate ?? 0) - (a.estimate ?? 0) || (a.id < b.id ? -1 : 1));
}

/** "plays and listeners" from the id of an agreement. */
export function pairWords(finding: Finding): Prose {
  const metrics = (finding.id.split('.')[2] ?? '').split('-') as RankedMetric[];
  return listOf(metrics.map((metric) => METRIC_WORDS[metric].noun));
}

function overlapOf(finding: Finding): string {
  return finding.id.replace('.agreement.', '.overlap.');
}

function agreement(book: FindingBook): readonly Block[] {
  const found = pairs(book);
  const [most] = found;
  const least = found.at(-1);
  if (!most || !least) return [];
  const describe = (finding: Finding): Prose =>
    prose`${pairWords(finding)}, with a rank correlation of ${number(finding)}${likelyRange(book, finding)} and ${number(overlapOf(finding))} in both top lists of ${number(overlapOf(finding), 'n')}`;
  const text =
    most === least
      ? prose`The two rankings that can be compared are those by ${describe(most)}.`
      : prose`The rankings agree only in part. Most alike are those by ${describe(most)}. Least alike are those by ${describe(least)}. Who is on top depends on what is counted, by whom and when.`;
  const sources = new Set(found.flatMap((finding) => finding.sources));
  const years =
    sources.size > 1
      ? prose` Rankings of different sources also differ in date, so part of the difference is time.`
      : [];
  return [
    heading('How far the rankings agree'),
    { kind: 'paragraph', text: [...text, ...years] },
    chart('ranking-agreement'),
    table('artists.agreement', PAIRS),
  ];
}

function catalogue(book: FindingBook): readonly Block[] {
  const id = 'artists.catalogue';
  if (!book.hasFinding(id)) return [];
  return [
    heading('Does a larger catalogue go with popularity?'),
    findingParagraph(book.finding(id)),
  ];
}

function engagement(book: FindingBook, context: AnalysisContext): readonly Block[] {
  const typical = book.hasFinding('artists.engagement') ? book.finding('artists.engagement') : null;
  if (!typical) return [];
  if (typical.estimate === null) {
    return [
      nothing(`Devotion of listeners cannot be shown (${typical.note ?? 'not enough data'}).`),
    ];
  }
  const [first] = namesIn(book, 'artists.engagement', 'artist');
  const needs = book.measured('artists.clusters.support')
    ? prose` with at least ${number('artists.clusters.support')}`
    : [];
  const text = prose`Here each artist is given by the median of its listeners: half of them play it more often, half less. This is not the typical value used above (a geometric mean), but easier to read for a single artist. Over ${number(typical, 'n')}${needs} the typical median is ${number(typical)}${likelyRange(book, typical)}; the highest is that of ${name(first ?? '')}, ${number('artists.engagement.first')}${likelyRange(book, 'artists.engagement.first', '')}. One very active listener can carry the plain mean of an artist: the last column of the table says how much that one listener weighs.`;
  return [
    heading('Artists with the most devoted listeners'),
    {
      kind: 'paragraph',
      text: joinProse([text, sourceSentence(typical, context)]),
    },
    chart('artist-engagement'),
    table('artists.engagement', PAIRS),
  ];
}

function clusters(book: FindingBook, context: AnalysisContext): readonly Block[] {
  if (!book.hasFinding('artists.clusters')) return [];
  const groups = book.finding('artists.clusters');
  const title = heading('Groups of similar artists');
  if (groups.estimate === null) {
    return [title, nothing(`Artists cannot be grouped (${groups.note ?? 'not enough data'}).`)];
  }
  const names = namesIn(book, 'artists.clusters', 'name');
  const stability = book.finding('artists.clusters.stability');
  const text = prose`Artists are alike when the same users listen to them and tag them the same way. ${number(groups, 'n')} with at least ${number('artists.clusters.support')} fall into ${number(groups)} groups; the largest are tagged ${listOf(names.slice(0, 3).map((tags) => [name(`“${tags}”`)]))}.`;
  const trust = prose`How far this depends on who happened to be asked was tested by drawing the users anew. The agreement with the groups shown is then ${number(stability)}, where one means the same groups and zero means chance${likelyRange(book, stability, 'range')}.${recoverySentence(book, names)}`;
  const closest = book.measured('artists.closest');
  const pair = closest
    ? prose`The closest pair among the best-known artists is ${closestNames(closest)} (similarity ${number(closest)} of one).`
    : [];
  return [
    title,
    { kind: 'paragraph', text: joinProse([text, trust, pair].filter((part) => part.length > 0)) },
    { kind: 'paragraph', text: sourceSentence(groups, context) },
    chart('artist-clusters'),
    table('artists.clusters'),
    chart('artist-network'),
  ];
}

/** The names stand in the finding's label, behind its first words. */
function closestNames(finding: Finding): Prose {
  return [name(finding.label.replace(/^similarity of /, ''))];
}

function recoverySentence(book: FindingBook, names: readonly string[]): Prose {
  const groups = names
    .map((tags, index) => ({ tags, finding: book.measured(recoveryId(index)) }))
    .sort(
      (a, b) =>
        (b.finding?.estimate ?? 0) - (a.finding?.estimate ?? 0) || (a.tags < b.tags ? -1 : 1),
    );
  const [best] = groups;
  const worst = groups.at(-1);
  if (!best?.finding || !worst?.finding || best === worst) return [];
  return prose` Best kept is “${name(best.tags)}” (${number(best.finding)} of it comes back), least “${name(worst.tags)}” (${number(worst.finding)}), whose borders should not be leaned on.`;
}

function growth(book: FindingBook, context: AnalysisContext): readonly Block[] {
  const found = book.findings.filter(
    ({ id }) => id === 'artists.growth' || id.startsWith('artists.growth.'),
  );
  const measured = found.filter(({ estimate }) => estimate !== null);
  const title = heading('Growth');
  if (measured.length === 0) {
    return found.length === 0
      ? []
      : [
          title,
          {
            kind: 'paragraph',
            text: prose`Which artists are growing cannot be told from these data: growth needs two observations of the same thing by the same source, and every figure here was observed on one date. Differences between sources of different years are differences of sources as well, so they are not shown as growth.`,
          },
        ];
  }
  const items = measured.map(
    (finding) =>
      prose`${constant(capital(finding.label))} in ${sourceTitle(finding.sources[0] ?? '', context)}: ${number(finding)}${likelyRange(book, finding)} over ${number(finding, 'n')}`,
  );
  return [
    title,
    { kind: 'list', items },
    ...(book.hasTable('artists.growth') ? [table('artists.growth', PAIRS)] : []),
  ];
}

/** Labels hold dates, so they stand as constants. */
function capital(text: string): string {
  return text.charAt(0).toUpperCase() + text.slice(1);
}

function heading(text: string): Block {
  return { kind: 'heading', text };
}

function chart(id: string): Block {
  return { kind: 'chart', chart: id };
}

function table(id: string, rows?: number): Block {
  return { kind: 'table', table: id, ...(rows === undefined ? {} : { rows }) };
}

function nothing(text: string): Block {
  return { kind: 'paragraph', text: [{ kind: 'constant', text }] };
}
