import type { Finding } from '../../domain/finding.js';
import { idPart } from '../idPart.js';
import { makeFinding } from '../makeFinding.js';
import type { DataInput } from './loadData.js';

/** Ids of the findings about one pair of sources, whichever way round it is given. */
export function joinId(entity: 'artist' | 'song', source: string, other: string): string {
  const [a, b] = source < other ? [source, other] : [other, source];
  return `data.shared-${entity}s.${idPart(a)}.${idPart(b)}`;
}

export function joinFindings(input: DataInput): Finding[] {
  const sizes = new Map(
    input.joins
      .filter((row) => row.source === row.other)
      .map((row) => [`${row.entity} ${row.source}`, row.rows]),
  );
  return input.joins
    .filter((row) => row.source < row.other)
    .flatMap(({ entity, source, other, rows }) => {
      const smaller = Math.min(
        sizes.get(`${entity} ${source}`) ?? 0,
        sizes.get(`${entity} ${other}`) ?? 0,
      );
      const unit = entity === 'artist' ? 'artists' : 'songs';
      const base = {
        section: 'data',
        n: smaller,
        nUnit: unit,
        queries: ['join-coverage'],
        sources: [source, other],
      } as const;
      const id = joinId(entity, source, other);
      return [
        makeFinding({ ...base, id, label: `${unit} that both sources know`, estimate: rows, unit }),
        makeFinding({
          ...base,
          id: `${id}.share`,
          label: `share of the smaller source’s ${unit} that both know`,
          estimate: smaller === 0 ? null : (rows / smaller) * 100,
          unit: 'percent',
        }),
      ];
    });
}
