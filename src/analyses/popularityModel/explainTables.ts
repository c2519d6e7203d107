import { tableColumn, type DataTable } from '../../domain/table.js';
import type { PopularityResult } from '../../models/popularity/popularityResult.js';
import { SONG_QUERIES } from '../adjusted/levelTable.js';
import { cellsOf } from '../scoreParts.js';
import { leadingTask, mayExplain } from './believed.js';
import { errorUnit } from './popularityBase.js';

/** Kinds of groups as the tables name them. */
export const GROUP_KINDS: Readonly<Record<PopularityResult['residuals'][number]['kind'], string>> =
  {
    genre: 'Genre',
    decade: 'Years of release',
    popularity_decile: 'Tenth of the songs by popularity',
    artist_size: 'Songs of the artist',
  };

type Table = Pick<DataTable, 'id' | 'title' | 'grain' | 'columns' | 'rows'>;

/** Tables on what the leading model rests on and where it errs. Without rows, or where its scores are kept back, none. */
export function explainTables(result: PopularityResult): DataTable[] {
  const task = leadingTask(result);
  if (task === null || !mayExplain(result)) return [];
  const unit = errorUnit(task);
  const tables: Table[] = [
    importanceTable(result, unit),
    ...dependenceTable(result, unit),
    calibrationTable(result, unit),
    residualTable(result, unit),
    learningTable(result, unit),
    worstTable(result, unit),
    ruleTable(result, unit),
  ];
  return tables
    .filter(({ rows }) => rows.length > 0)
    .map((table) => ({ ...table, queries: SONG_QUERIES, sources: [task.source] }));
}

type ErrorUnit = ReturnType<typeof errorUnit>;

function importanceTable({ importance, shap }: PopularityResult, unit: ErrorUnit): Table {
  const mean = new Map(shap.map(({ feature, value }) => [feature, value]));
  return {
    id: 'models.importance',
    title: 'What the predictions rest on',
    grain: 'One row per column',
    columns: [
      tableColumn('feature', 'Column', 'text'),
      tableColumn('drop', 'R² lost without it', 'percentage-points'),
      tableColumn('low', 'From', 'percentage-points'),
      tableColumn('high', 'To', 'percentage-points'),
      tableColumn('shap', 'Mean shift of a prediction (SHAP)', unit),
    ],
    rows: importance.map(({ feature, title, drop }) => [
      title,
      ...cellsOf(drop, 100),
      mean.get(feature) ?? null,
    ]),
  };
}

/** The curve of the leading column alone. */
function dependenceTable({ dependence }: PopularityResult, unit: ErrorUnit): Table[] {
  const [first] = dependence;
  if (!first) return [];
  return [
    {
      id: 'models.dependence',
      title: `Mean prediction along “${first.title}”`,
      grain: 'One row per value',
      columns: [
        tableColumn('x', first.title, 'index'),
        tableColumn('y', 'Mean prediction', unit),
        tableColumn('low', 'A tenth of the songs below', unit),
        tableColumn('high', 'A tenth of the songs above', unit),
      ],
      rows: first.points.map(({ x, y, low, high }) => [x, y, low, high]),
    },
  ];
}

function calibrationTable({ calibration }: PopularityResult, unit: ErrorUnit): Table {
  return {
    id: 'models.calibration',
    title: 'Predicted and observed, in ten parts by prediction',
    grain: 'One row per tenth of the songs',
    columns: [
      tableColumn('predicted', 'Predicted', unit),
      tableColumn('observed', 'Observed', unit),
      tableColumn('low', 'From', unit),
      tableColumn('high', 'To', unit),
      tableColumn('n', 'Songs', 'songs'),
    ],
    rows: calibration.map(({ predicted, observed, low, high, n }) => [
      predicted,
      observed,
      low,
      high,
      n,
    ]),
  };
}

function residualTable({ residuals }: PopularityResult, unit: ErrorUnit): Table {
  return {
    id: 'models.residuals',
    title: 'Errors by genre, years, popularity and size of the artist',
    grain: 'One row per group of songs',
    columns: [
      tableColumn('kind', 'By', 'text'),
      tableColumn('group', 'Group', 'text'),
      tableColumn('n', 'Songs', 'songs'),
      tableColumn('bias', 'Predicted minus observed', unit),
      tableColumn('low', 'From', unit),
      tableColumn('high', 'To', unit),
      tableColumn('rmse', 'Typical error (RMSE)', unit),
    ],
    rows: residuals.map(({ kind, group, n, bias, low, high, rmse }) => [
      GROUP_KINDS[kind],
      group,
      n,
      bias,
      low,
      high,
      rmse,
    ]),
  };
}

function learningTable({ learningCurve }: PopularityResult, unit: ErrorUnit): Table {
  return {
    id: 'models.learning',
    title: 'How much more songs to learn from would help',
    grain: 'One row per share of the songs',
    columns: [
      tableColumn('share', 'Share of the songs', 'percent'),
      tableColumn('rows', 'Songs learned from', 'songs'),
      tableColumn('r2', 'R²', 'percent'),
      tableColumn('low', 'From', 'percent'),
      tableColumn('high', 'To', 'percent'),
      tableColumn('rmse', 'Typical error (RMSE)', unit),
    ],
    rows: learningCurve.map(({ share, rows, r2, rmse }) => [
      share * 100,
      rows,
      ...cellsOf(r2, 100),
      rmse.value,
    ]),
  };
}

function worstTable({ worst }: PopularityResult, unit: ErrorUnit): Table {
  return {
    id: 'models.worst',
    title: 'The largest errors',
    grain: 'One row per song',
    columns: [
      tableColumn('song', 'Song', 'text'),
      tableColumn('artist', 'Artist', 'text'),
      tableColumn('observed', 'Observed', unit),
      tableColumn('predicted', 'Predicted', unit),
    ],
    rows: worst.map(({ title, artist, observed, predicted }) => [
      title,
      artist,
      observed,
      predicted,
    ]),
  };
}

function ruleTable({ surrogate }: PopularityResult, unit: ErrorUnit): Table {
  return {
    id: 'models.rules',
    title: 'The model in a few rules',
    grain: 'One row per rule',
    columns: [
      tableColumn('rule', 'Where', 'text'),
      tableColumn('prediction', 'It predicts about', unit),
      tableColumn('share', 'Share of the songs', 'percent'),
    ],
    rows: (surrogate?.rules ?? []).map(({ text, prediction, share }) => [
      text === '' ? 'always' : text,
      prediction,
      share * 100,
    ]),
  };
}
