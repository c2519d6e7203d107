import { describe, expect, it } from 'vitest';
import {
  measureHypotheses,
  measureHypothesis,
} from '../../../src/analyses/adjusted/measureHypothesis.js';
import {
  vanishesWithinArtist,
  weakerWithinArtist,
} from '../../../src/analyses/adjusted/weakerWithinArtist.js';
import { content } from '../../../src/analyses/content.js';
import { hypothesis } from '../../../src/analyses/hypotheses.js';
import { findingParagraph, findingSlide } from '../../../src/analyses/narration.js';
import { comparedSentence, messageClause } from '../../../src/analyses/wording.js';
import type { Finding, Verdict } from '../../../src/domain/finding.js';
import { findingsIn, type Prose } from '../../../src/domain/prose.js';
import { tableRecords } from '../../../src/domain/table.js';
import { createRandom, randomNormal } from '../../../src/stats/random.js';
import type { FeatureColumns } from '../../features/makeFeatureTable.js';
import { plantedColumns, toyContext } from '../toyData.js';

const featuring = hypothesis('content.featuring');
const ARTISTS = 80;
const SONGS = 10;

/**
 * Artists with two to eight of ten songs with a guest, one of whom has guests always.
 *
 * @param song points that a guest adds to a song
 * @param artist points that each further song with a guest adds to all songs of the artist
 */
function invented({ song = 0, artist = 0 }): FeatureColumns {
  const random = createRandom(3);
  const columns = plantedColumns({ songs: ARTISTS * SONGS, artists: ARTISTS });
  const shares = Array.from({ length: ARTISTS }, (_, i) => (i === 0 ? SONGS : 2 + (i % 7)));
  const guest = columns.ids.map((_, i) =>
    Math.floor(i / ARTISTS) < (shares[i % ARTISTS] ?? 0) ? 1 : 0,
  );
  const popularity = guest.map(
    (one, i) => 30 + song * one + artist * (shares[i % ARTISTS] ?? 0) + 3 * randomNormal(random),
  );
  return {
    ...columns,
    numbers: { ...columns.numbers, title_has_feat: guest },
    observations: { popularity: { sample: popularity } },
  };
}

function measure(columns: FeatureColumns): readonly [Finding, Finding, Finding] {
  const [main, within, artists] = measureHypotheses([featuring], toyContext(columns));
  if (!main || !within || !artists) throw new Error('not checked');
  return [main, within, artists];
}

describe('among the songs of one artist', () => {
  it('nothing is left of a difference that the artists explain', () => {
    const [main, within, artists] = measure(invented({ artist: 2 }));
    expect(main.ci!.low).toBeGreaterThan(1);
    expect(within.ci!.low).toBeLessThan(0);
    expect(within.ci!.high).toBeGreaterThan(0);
    expect(main.withinArtist).toEqual({
      finding: within.id,
      estimate: within.estimate,
      ci: within.ci,
    });
    expect(weakerWithinArtist(main)).not.toBeNull();
    expect(vanishesWithinArtist(main)).toBe(true);
    expect(main.caveats.join(' ')).toContain('which artists the songs are by');
    expect(within).toMatchObject({ kind: 'exploratory', verdict: null, clusteredBy: 'artist' });
    expect(within.adjustedFor).toEqual(['artist', 'genre', 'release_year']);
    // The artist whose songs all have a guest contributes nothing.
    expect(artists).toMatchObject({ estimate: ARTISTS - 1, unit: 'artists' });
    expect(within.n).toBe((ARTISTS - 1) * SONGS);
  });

  it('all is left of a difference that has nothing to do with artists', () => {
    const [main, within] = measure(invented({ song: 6 }));
    expect(within.estimate).toBeCloseTo(6, 0);
    expect(main.estimate).toBeCloseTo(6, 0);
    expect(weakerWithinArtist(main)).toBeNull();
    expect(vanishesWithinArtist(main)).toBe(false);
    expect(main.caveats.join(' ')).not.toContain('which artists');
  });

  it('is not compared where artists are unknown, alike or held constant anyway', () => {
    const columns = invented({ song: 6 });
    const alone = (changed: FeatureColumns, id = featuring.id): number =>
      measureHypotheses([hypothesis(id)], toyContext(changed)).length;
    expect(alone({ ...columns, categories: { genre: columns.categories!['genre'] } })).toBe(1);
    const each = columns.ids.map((_, i) => `artist ${i}`);
    expect(alone({ ...columns, categories: { ...columns.categories, artist_id: each } })).toBe(1);
    expect(alone(plantedColumns(), 'content.single')).toBe(1);
    expect(alone(plantedColumns(), 'platforms.streams_views')).toBe(1);
  });

  it('stands in the table of checks', () => {
    const context = toyContext(invented({ song: 6 }));
    const { findings, tables } = content.measure(null, context);
    const table = tables.find(({ id }) => id === 'content.robustness')!;
    const row = tableRecords(table).find((one) => one['comparison'] === featuring.words.short)!;
    const within = findings.find(({ id }) => id === 'content.featuring.within_artist')!;
    expect(row['within_artist']).toBe(within.estimate);
    expect(row['within_artist_low']).toBe(within.ci!.low);
  });
});

describe('the words', () => {
  const text = (prose: Prose): string =>
    prose
      .map((piece) =>
        typeof piece === 'string' ? piece : piece.kind === 'number' ? `[${piece.part}]` : '',
      )
      .join('');
  const judged = (estimate: number, ci: [number, number], verdict: Verdict): Finding => ({
    ...measureHypothesis(featuring, toyContext(invented({ song: 8 }))),
    verdict,
    withinArtist: {
      finding: 'content.featuring.within_artist',
      estimate,
      ci: { low: ci[0], high: ci[1], level: 0.95 },
    },
  });

  it('give both numbers where that among one artist’s songs is less than half', () => {
    const finding = judged(3, [2, 4], 'supported');
    expect(text(messageClause(finding))).toBe(
      'songs that name a guest artist score [magnitude] higher in popularity than songs without one; among the songs of one artist, [magnitude]',
    );
    expect(findingsIn(messageClause(finding))).toContain('content.featuring.within_artist');
    expect(text(comparedSentence(finding))).toContain(
      '. Among the songs of one artist the difference is [magnitude] (likely range [interval-magnitude]).',
    );
    const block = findingParagraph(finding);
    expect(block.kind === 'paragraph' && text(block.text)).toContain(
      'The last number compares [n] by [estimate] with songs of both kinds',
    );
  });

  it('say that the rest is about artists only where the interval shows it', () => {
    const paragraph = (finding: Finding): string => {
      const block = findingParagraph(finding);
      return block.kind === 'paragraph' ? text(block.text) : '';
    };
    expect(paragraph(judged(3, [2, 4], 'supported'))).toContain('the first is mostly about which');
    expect(paragraph(judged(3, [-6, 12], 'supported'))).toContain('the first may be about which');
  });

  it('stand on the slide too', () => {
    const context = toyContext(invented({ song: 8 }));
    const [slide] = findingSlide(judged(3, [2, 4], 'supported'), context);
    expect(slide.points.map(text)).toContain(
      'Among the songs of one artist: [signed] (likely range [interval])',
    );
    const [other] = findingSlide(judged(7, [6, 8], 'supported'), context);
    expect(other.points.map(text).join(' ')).not.toContain('one artist');
  });

  it('show the sign where it turns, and that it may be none', () => {
    expect(text(messageClause(judged(-1, [-2, -0.5], 'supported')))).toMatch(/artist, \[signed\]$/);
    expect(text(messageClause(judged(1, [-2, 4], 'supported')))).toMatch(/, perhaps none$/);
  });

  it('stay as they are where it is half or more, or all is too small to matter', () => {
    expect(text(messageClause(judged(5, [4, 6], 'supported')))).not.toContain('one artist');
    expect(text(comparedSentence(judged(0.1, [-0.2, 0.4], 'too-small')))).not.toContain(
      'one artist',
    );
  });
});
