import type { Finding } from '../../domain/finding.js';
import type { DataTable } from '../../domain/table.js';
import { measureHypothesis } from '../adjusted/measureHypothesis.js';
import type { AnalysisContext, Measured } from '../analysis.js';
import { hypotheses } from '../hypotheses.js';
import { notEnoughData } from '../makeFinding.js';
import { genreByArtist, largestSource, listeningCases, videoCases } from './engagementCases.js';
import { engagementFindings } from './engagementFindings.js';
import { LIKES, LISTENING } from './engagementKinds.js';
import type { GenreData } from './genreData.js';
import { genreEngagement } from './genreEngagement.js';
import { genreGrowth } from './genreGrowth.js';
import { genrePopularity, type GenrePopularity } from './genrePopularity.js';
import {
  engagementTable,
  growthTable,
  popularityTable,
  sizesTable,
  yearsTable,
} from './genreTables.js';
import { genreYears, wholeYears } from './genreYears.js';
import { growthFindings, yearFindings } from './growthFindings.js';
import { popularityFindings } from './popularityFindings.js';
import type { GenresInput } from './loadGenres.js';

/** Lines in the charts over years. */
const MAX_LINES = 6;

/** Findings and tables of the genres section; the trends come from the source that lists most songs by genre. */
export function measureGenres(input: GenresInput, context: AnalysisContext): Measured {
  const [main] = input.listings;
  const confirmatory = hypotheses
    .filter((hypothesis) => hypothesis.section === 'genres')
    .map((hypothesis) => measureHypothesis(hypothesis, context));
  if (!main) return { findings: [...confirmatory, noGenres()], tables: [] };
  const popularity = input.listings.map((data) => ({ data, genres: genrePopularity(data) }));
  const parts = [
    ...popularity.map(({ data, genres }) => popularityPart(data, genres, context)),
    trendPart(main, context),
    engagementPart(input, main, context),
  ];
  const mainGenres = popularity[0].genres;
  const sizes = mainGenres.length > 0 ? [sizesTable(main.source, mainGenres, input.subgenres)] : [];
  return {
    findings: [...confirmatory, ...parts.flatMap((part) => part.findings)],
    tables: [...parts.flatMap((part) => part.tables), ...sizes],
  };
}

function noGenres(): Finding {
  return notEnoughData(
    {
      id: 'genres.listings',
      section: 'genres',
      label: 'songs listed under a genre',
      unit: 'songs',
      nUnit: 'songs',
    },
    0,
    1,
  );
}

function popularityPart(
  data: GenreData,
  genres: readonly GenrePopularity[],
  context: AnalysisContext,
): Measured {
  const tables = genres.length === 0 ? [] : [popularityTable(data.source, genres)];
  return { findings: popularityFindings(data, genres, context), tables };
}

function trendPart(data: GenreData, context: AnalysisContext): Measured {
  const years = wholeYears(data, context.asOf(data.source));
  const growth = genreGrowth(data, years);
  const shown = linesShown(
    data,
    growth.genres.map((one) => one.genre),
  );
  const cells = genreYears(data, years, shown);
  const tables: DataTable[] = [];
  if (years.length > 1 && shown.length > 0) tables.push(yearsTable(data.source, cells));
  if (growth.genres.length > 0) tables.push(growthTable(data.source, growth));
  return {
    findings: [...yearFindings(data, years, context), ...growthFindings(data, growth, context)],
    tables,
  };
}

/** All genres where they are few; otherwise those whose share rises and falls most. */
function linesShown(data: GenreData, byGrowth: readonly string[]): readonly string[] {
  if (data.genres.length <= MAX_LINES || byGrowth.length === 0) {
    return data.genres.slice(0, MAX_LINES);
  }
  const rising = byGrowth.slice(0, MAX_LINES / 2);
  return [...rising, ...byGrowth.slice(rising.length).slice(-MAX_LINES / 2)];
}

function engagementPart(input: GenresInput, main: GenreData, context: AnalysisContext): Measured {
  const genreOf = genreByArtist(input.artistGenres, main.source);
  const listeningSource = largestSource(input.listening);
  const videoSource = largestSource(input.videos);
  const findings: Finding[] = [];
  const tables: DataTable[] = [];
  const parts = [
    {
      kind: LISTENING,
      source: listeningSource,
      cases: listeningSource ? listeningCases(input.listening, listeningSource, genreOf) : [],
    },
    {
      kind: LIKES,
      source: videoSource,
      cases: videoSource ? videoCases(input.videos, videoSource, genreOf) : [],
    },
  ];
  for (const { kind, source, cases } of parts) {
    const sources = source === null ? [main.source] : [source, main.source];
    const genres = genreEngagement(cases);
    findings.push(...engagementFindings(kind, genres, sources, cases.length, context));
    if (genres.length > 0) tables.push(engagementTable({ ...kind.table, sources }, genres));
  }
  return { findings, tables };
}
