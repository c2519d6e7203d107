/** PostgreSQL's numbers for the types whose text both engines read by one rule. */
const OID = {
  int8: 20,
  date: 1082,
  timestamp: 1114,
  timestamptz: 1184,
  interval: 1186,
  numeric: 1700,
} as const;

const ARRAY_OF: Readonly<Record<number, number>> = {
  1016: OID.int8,
  1115: OID.timestamp,
  1182: OID.date,
  1185: OID.timestamptz,
  1187: OID.interval,
  1231: OID.numeric,
};

type Parser = (text: string) => string | number;

const asIs: Parser = (text) => text;

/** `2020-01-21 00:00:00+00` → `2020-01-21T00:00:00.000Z`; infinities stay as they are. */
function isoInstant(text: string): string {
  if (text.endsWith('infinity')) return text;
  const zoned = /[+-]\d\d(:?\d\d)?(:\d\d)?$/.test(text) ? text : `${text}+00`;
  return new Date(zoned.replace(' ', 'T').replace(/([+-]\d\d)$/, '$1:00')).toISOString();
}

/**
 * How values come back from both engines: `bigint` and `numeric` as numbers, dates as ISO text, timestamps as ISO
 * text in UTC. Counts of plays stay far below 2^53, so nothing is lost.
 */
export const TYPE_PARSERS: Readonly<Record<number, Parser>> = {
  [OID.int8]: Number,
  [OID.numeric]: Number,
  [OID.date]: asIs,
  [OID.timestamp]: isoInstant,
  [OID.timestamptz]: isoInstant,
  [OID.interval]: asIs,
};

/** The parser of an array type's elements, where the element type has one here. */
export function elementParser(arrayOid: number): Parser | undefined {
  const element = ARRAY_OF[arrayOid];
  return element === undefined ? undefined : TYPE_PARSERS[element];
}
