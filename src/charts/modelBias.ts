import { targetWords, worthTelling } from '../analyses/popularityModel/leads.js';
import { biasTitle } from '../analyses/popularityModel/popularityTitles.js';
import { residualGroups } from '../analyses/popularityModel/residualGroups.js';
import type { FindingBook } from '../domain/findingBook.js';
import { prose } from '../domain/prose.js';
import type { Chart, Drawing } from './chart.js';
import { forestPlot, type ForestRow } from './marks/index.js';
import { datedSourceLine } from './parts/datedSourceLine.js';
import { endsOf } from './parts/endsOf.js';
import { tableIf } from './parts/tableIf.js';

/** Whom the model overrates and underrates. */
export const modelBias: Chart = { id: 'model-bias', section: 'models', build };

const MOST_GENRES = 12;

function build(book: FindingBook): Drawing | null {
  const table = tableIf(book, 'models.residuals');
  const genres = [...residualGroups(book, 'genre')].sort((a, b) => b.bias - a.bias);
  const shown = [...endsOf(genres, MOST_GENRES), ...residualGroups(book, 'artist_size')];
  if (!table || shown.length === 0) return null;
  const rows = shown.map(({ kind, group, n, bias, low, high }): ForestRow => ({
    label: kind === 'genre' ? group : `artists: ${group}`,
    n,
    estimate: bias,
    low,
    high,
  }));
  const { noun, unit } = targetWords(book);
  const cut = genres.length > MOST_GENRES ? '; of the genres, the ends' : '';
  return {
    ...forestPlot({
      rows,
      x: { title: `Mean of predicted minus observed ${noun} (${unit})` },
      smallestEffect: worthTelling(book),
      subtitle: `By genre and by songs of the artist, with 95% interval; right: overrated${cut}`,
      source: datedSourceLine(book, table),
    }),
    title: biasTitle(book),
    alt: prose`Mean error of the predictions with intervals, a row for each genre and each size of artist, around a line at no error.`,
  };
}
