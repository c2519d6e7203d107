import type { DraftRecord, TrackDraft } from '../../src/domain/draft.js';
import type { RawRecord, Rejection } from '../../src/domain/record.js';
import { isRejection, transform } from '../../src/transform/transform.js';

/** A raw record with defaults. */
export function rawRecord(
  given: Partial<RawRecord> & Pick<RawRecord, 'kind' | 'payload'>,
): RawRecord {
  return {
    source: 'test',
    key: 'k',
    observedAt: '2020-01-21',
    origin: 'test.csv',
    line: 2,
    ...given,
  };
}

/** What a record becomes; a rejection fails the test. */
export function accepted(record: RawRecord): DraftRecord {
  const result = transform(record);
  if (isRejection(result)) throw new Error(`rejected: ${result.reason} (${result.value})`);
  return result;
}

export function acceptedTrack(record: RawRecord): TrackDraft {
  const { draft } = accepted(record);
  if (draft.kind !== 'track') throw new Error(`a draft of kind ${draft.kind}`);
  return draft;
}

/** Why a record was rejected; a draft fails the test. */
export function rejected(record: RawRecord): Rejection {
  const result = transform(record);
  if (!isRejection(result)) throw new Error('it was accepted');
  return result;
}
