import { tableColumn, type DataTable } from '../../domain/table.js';
import type { PopularityResult } from '../../models/popularity/popularityResult.js';

/** What models learn from and how their settings came to be. */
export function recipeTables({ recipes, settings, evaluations }: PopularityResult): DataTable[] {
  const used = recipes.filter(({ id }) => evaluations.some(({ recipe }) => recipe === id));
  const tables: DataTable[] = [
    {
      id: 'models.recipes',
      title: 'What the models learn from',
      grain: 'One row per set of columns',
      queries: [],
      sources: [],
      columns: [
        tableColumn('recipe', 'Columns', 'text'),
        tableColumn('meaning', 'What they are', 'text'),
        tableColumn('known', 'Known', 'text'),
      ],
      rows: used.map(({ title, meaning, claims }) => [
        title,
        meaning,
        claims === 'release' ? 'at release' : 'in part only afterwards',
      ]),
    },
    {
      id: 'models.settings',
      title: 'Settings and where they come from',
      grain: 'One row per setting',
      queries: [],
      sources: [],
      columns: [
        tableColumn('name', 'Setting', 'text'),
        tableColumn('value', 'Value', 'text'),
        tableColumn('reason', 'Reason', 'text'),
      ],
      rows: settings.map(({ name, value, reason }) => [name, value, reason]),
    },
  ];
  return tables.filter(({ rows }) => rows.length > 0);
}
