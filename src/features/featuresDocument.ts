import type { Feature } from './feature.js';
import { FEATURES } from './index.js';

const GROUPS: Readonly<Record<Feature['group'], string>> = {
  temporal: 'Time',
  derived: 'Derived and ratios',
  aggregate: 'Aggregates',
  content: 'Content',
  platform: 'Cross-platform',
  identity: 'Identity',
};

/**
 * The document `docs/FEATURES.md`: every column of the feature table with unit, meaning, missingness and when it
 * is known, from the registry.
 */
export function featuresDocument(features: readonly Feature[] = FEATURES): string {
  const groups = (Object.keys(GROUPS) as Feature['group'][]).map((group) =>
    sectionOf(group, features),
  );
  return [
    '# Features',
    '',
    'Generated from `src/features` by `npm run docs`; a test fails when it is stale.',
    '',
    'The feature table has one row per song. *Known* says whether a value exists before anyone has heard the song',
    '(`release`) or only afterwards (`after-release`): a model that predicts a new release may use the first kind only.',
    'Besides these columns the table holds, for each source, `genre:<source>` and `subgenre:<source>` (the genre that',
    'the source gives first) and the observations of popularity and streams, which are never averaged across sources.',
    '',
    ...groups.flat(),
  ].join('\n');
}

function sectionOf(group: Feature['group'], features: readonly Feature[]): string[] {
  const members = features.filter((feature) => feature.group === group);
  if (members.length === 0) return [];
  return [
    `## ${GROUPS[group]}`,
    '',
    '| Feature | Type | Unit | Meaning | Missing where | Known |',
    '| --- | --- | --- | --- | --- | --- |',
    ...members.map(
      ({ id, type, unit, meaning, missing, knownAt }) =>
        `| \`${id}\` | ${type} | ${unit} | ${meaning} | ${missing} | ${knownAt} |`,
    ),
    '',
  ];
}
