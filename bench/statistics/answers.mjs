/**
 * Answers the questions of `questions.json` with the package's own statistics. One function a kind of question; each
 * gives `[name, value]` pairs of numbers. `peer.py` has the same names.
 */
import {
  anova,
  chiSquared,
  describe,
  kendall,
  kolmogorovSmirnov,
  kruskalWallis,
  leastSquares,
  mannWhitney,
  pearson,
  quantile,
  spearman,
  welchT,
} from '../../dist/stats/index.js';

const DESCRIBED = [
  'n',
  'missing',
  'mean',
  'sd',
  'min',
  'q1',
  'median',
  'q3',
  'max',
  'mad',
  'trimmedMean',
  'skewness',
  'kurtosis',
];
const DECILES = [0.1, 0.9];

export const ANSWERS = {
  describe: ({ columns }, table) =>
    columns.flatMap((column) => {
      const description = describe(table.number(column));
      return DESCRIBED.map((name) => [`${column} ${name}`, description[name]]);
    }),
  'describe by group': (question, table) => {
    const { column, by } = question;
    return [...groupsOf(question, table)].flatMap(([level, values]) => {
      const { n, mean, sd, q1, median, q3 } = describe(values);
      const named = { n, mean, sd, q1, median, q3 };
      for (const p of DECILES) named[`q${p}`] = quantile(values, p);
      return Object.entries(named).map(([name, value]) => [
        `${column} ${by}=${level} ${name}`,
        value,
      ]);
    });
  },
  correlation: ({ outcome, columns }, table) =>
    columns.flatMap((column) =>
      Object.entries({ pearson, spearman, kendall }).flatMap(([method, test]) => {
        const { estimate, p, n } = test(table.number(column), table.number(outcome));
        const name = `${outcome} ${column} ${method}`;
        return [
          [`${name} n`, n],
          [`${name} estimate`, estimate],
          [`${name} p`, p],
        ];
      }),
    ),
  'two samples': (question, table) => {
    const { column, by, levels } = question;
    const groups = groupsOf(question, table);
    const [a, b] = levels.map((level) => groups.get(level));
    const welch = welchT(a, b);
    const name = `${column} ${by} ${levels.join(' ')}`;
    return [
      ...testOf(`${name} welch`, welch),
      [`${name} welch df`, welch.df],
      [`${name} welch low`, welch.ci.low],
      [`${name} welch high`, welch.ci.high],
      ...testOf(`${name} mannWhitney`, mannWhitney(a, b)),
      ...testOf(`${name} kolmogorovSmirnov`, kolmogorovSmirnov(a, b)),
    ];
  },
  'several samples': (question, table) => {
    const groups = [...groupsOf(question, table).values()];
    const name = `${question.column} ${question.by}`;
    return [
      ...testOf(`${name} anova`, anova(groups)),
      ...testOf(`${name} kruskalWallis`, kruskalWallis(groups)),
    ];
  },
  contingency: ({ rows, columns }, table) => {
    const result = chiSquared(countsOf(table.category(rows), table.category(columns)), {
      biasCorrected: false,
    });
    const name = `${rows} ${columns} chiSquared`;
    return [...testOf(name, result), [`${name} n`, result.n], [`${name} V`, result.effect.value]];
  },
  'least squares': (question, table) => {
    const { outcome, numbers, category, clusters } = question;
    const { codes, levels } = table.category(category);
    const fit = leastSquares({
      outcome: table.number(outcome),
      terms: [
        ...numbers.map((name) => ({ kind: 'number', name, values: table.number(name) })),
        { kind: 'category', name: category, codes, levels, reference: levels[0] },
      ],
      clusters: table.category(clusters).codes,
      errors: 'CR1',
    });
    const names = [
      'intercept',
      ...numbers,
      ...levels.slice(1).map((level) => `${category}=${level}`),
    ];
    const of = names.flatMap((name) => {
      const { estimate, se, p, ci } = fit.coefficient(name);
      const values = { estimate, se, p, low: ci.low, high: ci.high };
      return Object.entries(values).map(([key, value]) => [`${outcome} ${name} ${key}`, value]);
    });
    return [[`${outcome} n`, fit.n], [`${outcome} r2`, fit.r2], ...of];
  },
};

function testOf(name, { statistic, p }) {
  return [
    [`${name} ${statistic.name}`, statistic.value],
    [`${name} p`, p],
  ];
}

/** The values of a column by the levels of a category, in the order of the levels; missing values and then empty groups are left out. */
function groupsOf({ column, by }, table) {
  const values = table.number(column);
  const { codes, levels } = table.category(by);
  const groups = levels.map(() => []);
  codes.forEach((code, row) => {
    if (code >= 0 && !Number.isNaN(values[row])) groups[code].push(values[row]);
  });
  const all = levels.map((level, code) => [level, groups[code]]);
  return new Map(all.filter(([, group]) => group.length > 0));
}

function countsOf(rows, columns) {
  const counts = rows.levels.map(() => columns.levels.map(() => 0));
  rows.codes.forEach((code, row) => {
    if (code >= 0 && columns.codes[row] >= 0) counts[code][columns.codes[row]] += 1;
  });
  return counts;
}
