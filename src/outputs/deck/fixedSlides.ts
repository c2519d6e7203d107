import type { Report } from '../../domain/section.js';
import { fixed } from '../format/index.js';
import { cleanName, escapeSlide } from '../prose/index.js';
import { reportTitle } from '../reportTitle.js';
import { SYNTHETIC_NOTICE } from '../syntheticNotice.js';
import { ARCHITECTURE_FIGURE } from './architectureSvg.js';
import { bullets, type SlideMarkdown } from './slideMarkdown.js';

const MAX_SOURCES = 6;
const TITLE_LIMIT = 46;

/** The cover: what this is about, made from what, as of when. */
export function titleSlide(report: Report): SlideMarkdown {
  const { dataset, asOf, version } = report.provenance;
  const [name = '', about = ''] = reportTitle(report).split(': ');
  const subtitle = about.charAt(0).toUpperCase() + about.slice(1);
  return {
    classes: ['title'],
    bare: true,
    body: [
      `# ${escapeSlide(name)}`,
      `## ${escapeSlide(subtitle)}`,
      ...(dataset === 'sample' ? [`**Synthetic data.** ${escapeSlide(SYNTHETIC_NOTICE)}`] : []),
      `Data as of ${asOf}, liner-notes ${escapeSlide(version)}`,
    ],
    notes: [
      'Welcome, and say in one sentence what decision this talk should help with.',
      'Every number on these slides comes from a finding in INSIGHTS.md; the notes name its id.',
    ],
  };
}

export function questionSlide(): SlideMarkdown {
  return {
    classes: ['text', 'huge'],
    body: [
      '## Which songs get heard, and what of it can we act on?',
      bullets([
        'Streaming data are plenty; conclusions that hold are rare.',
        'Much of what looks like an effect is **genre, age or artist in disguise**.',
        'Test enough columns and chance will look like insight.',
        'Numbers typed into slides go stale; these are rebuilt from the data by one command.',
      ]),
    ],
    notes: [
      'The problem: reports on streaming data often compare songs that differ in everything else too.',
      'What is different here: comparisons within like songs, hypotheses declared first, and every number traceable.',
    ],
  };
}

/** What was read: one row per source. */
export function dataSlide(report: Report): SlideMarkdown {
  const { sources } = report.provenance;
  const rows = sources
    .slice(0, MAX_SOURCES)
    .map(
      ({ title, asOf, rows: count }) =>
        `| ${escapeSlide(cleanName(title, TITLE_LIMIT))} | ${asOf} | ${fixed(count, 0)} |`,
    );
  const table = ['| Source | As of | Rows |', '| --- | ---: | ---: |', ...rows].join('\n');
  const more = sources.slice(MAX_SOURCES).map(({ title }) => cleanName(title));
  return {
    classes: ['data'],
    body: [
      '## What the report rests on',
      table,
      'Observations of different years stand beside each other and are never averaged.',
    ],
    notes: [
      ...sources.map(({ title, selection }) => `${cleanName(title)}: ${selection}`),
      ...(more.length === 0 ? [] : [`Also read: ${more.join(', ')}.`]),
    ],
  };
}

export function architectureSlide(figures: string): SlideMarkdown {
  return {
    classes: ['picture', 'large'],
    body: [
      '## From files to findings, with nothing lost on the way',
      `![The flow from sources through transform, store, features and analyses to the outputs](${figures}/${ARCHITECTURE_FIGURE}.svg)`,
    ],
    notes: [
      'Sources yield raw records; transform checks each one and rejects with a reason; the ledger adds up for every run.',
      'Analyses turn features into findings; all outputs render findings and compute nothing.',
    ],
  };
}

/** How the report was made, for reports whose methods section has no slides. */
export function methodSlide({ provenance }: Report): SlideMarkdown {
  return {
    classes: ['text', 'large'],
    body: [
      '## Method: decide first, compare like with like',
      bullets([
        `Hypotheses were declared before the data were read; all ${fixed(provenance.familySize, 0)} tests are corrected together (Benjamini–Hochberg).`,
        'Each comparison stands crude and adjusted; the verdict follows the adjusted one.',
        'Songs of one artist are not independent: intervals are clustered by artist.',
        '“Too small to matter” is a result; “inconclusive” is not “no effect”.',
      ]),
    ],
    notes: ['Whatever was not declared first is marked as exploratory in the appendix.'],
  };
}

/** What each source is a sample of, for reports whose methods section has no slides. */
export function limitsSlide({ provenance }: Report): SlideMarkdown {
  const selections = provenance.sources
    .slice(0, 4)
    .map(({ selection }) => escapeSlide(cleanName(selection, 150)));
  return {
    classes: ['text', 'medium'],
    body: [
      '## Limits: what these data cannot say',
      bullets([
        ...selections,
        'Observed differences are associations; nobody was given songs at random.',
      ]),
    ],
    notes: ['Say what the sample is a sample of before anyone asks.'],
  };
}

export function futureSlide(): SlideMarkdown {
  return {
    classes: ['text', 'huge'],
    body: [
      '## Next steps',
      bullets([
        '**Repeated snapshots** of the same songs, so that growth can be measured.',
        '**Live sources**: the APIs of streaming services through one log.',
        '**Models** of popularity, similarity and genre, judged only on songs they have not seen.',
        '**A dashboard and an API** over the same findings.',
      ]),
    ],
    notes: ['Ask which of these would change a decision soonest.'],
  };
}

export function technologySlide(): SlideMarkdown {
  return {
    classes: ['data'],
    body: [
      '## Technologies',
      [
        '| Part | Made with |',
        '| --- | --- |',
        '| Language | TypeScript on Node.js, strict |',
        '| Checks at the border | zod, dead letters with reasons, a ledger |',
        '| Store | PostgreSQL: embedded (PGlite) or a server |',
        '| Statistics | Own functions, checked against SciPy and R |',
        '| Charts | Plotly figures, drawn as SVG without a browser |',
        '| Documents | Markdown and Marp, rebuilt by one command |',
      ].join('\n'),
    ],
    notes: ['It runs on a laptop with Node alone; a server is optional.'],
  };
}

export function closingSlide(report: Report): SlideMarkdown {
  const sample = report.provenance.dataset === 'sample';
  return {
    classes: ['title', 'closing'],
    bare: true,
    body: [
      '# Thank you',
      '## Every number can be traced: INSIGHTS.md has the findings behind these slides',
      ...(sample ? [`**Synthetic data.** ${escapeSlide(SYNTHETIC_NOTICE)}`] : []),
      'Rebuild with `npm run report`, present with `npm run slides`',
    ],
    notes: ['Questions. The appendix of INSIGHTS.md answers most of them.'],
  };
}
