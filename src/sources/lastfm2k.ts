import type { RawRecord } from '../domain/record.js';
import { readRows } from './files/readRows.js';
import type { FileSource, OpenFile } from './fileSource.js';
import type { Input } from './source.js';
import { columnPayload, tableInput } from './files/tableInput.js';

const AS_OF = '2011-05-31';

/** The header of each file, as its readme gives it. */
const HEADERS: Readonly<Record<string, readonly string[]>> = {
  artists: ['id', 'name', 'url', 'pictureURL'],
  listens: ['userID', 'artistID', 'weight'],
  'tag-assignments': ['userID', 'artistID', 'tagID', 'day', 'month', 'year'],
  tags: ['tagID', 'tagValue'],
  'tag-timestamps': ['userID', 'artistID', 'tagID', 'timestamp'],
  friends: ['userID', 'friendID'],
};

const FILE_NAMES: Readonly<Record<string, string>> = {
  artists: 'artists.dat',
  listens: 'user_artists.dat',
  'tag-assignments': 'user_taggedartists.dat',
  tags: 'tags.dat',
};

/**
 * HetRec 2011's Last.fm folder: artists, who played them how often, and who gave them which tags. Friendships and
 * the second copy of the tag assignments, by timestamp, are recognised and not used.
 */
export const lastfm2k: FileSource = {
  id: 'lastfm_2k',
  title: 'Last.fm 2K (HetRec 2011)',
  asOf: AS_OF,
  asOfWords: 'May 2011',
  selection:
    'Listeners of 2011 with at most fifty artists each, their most played: what they play less is cut off.',
  licence:
    'Non-commercial research use only (HetRec 2011, GroupLens); no copy comes with this package.',
  kinds: ['artist', 'listen', 'tag', 'tag_assignment'],
  latin1Roles: ['tags'],
  recognise(columns) {
    const found = Object.entries(HEADERS).find(
      ([, header]) =>
        header.length === columns.length && header.every((name, at) => name === columns[at]),
    );
    return found?.[0] ?? null;
  },
  open: (files) => Promise.resolve(openFolder(files)),
};

function openFolder(files: readonly OpenFile[]): readonly Input[] {
  const inputs = [
    ...of(files, 'artists').map(artistsInput),
    ...of(files, 'listens').map(listensInput),
    ...of(files, 'tag-assignments').map((file) => assignmentsInput(file, of(files, 'tags'))),
  ];
  const notes = [...missingNotes(files), ...unusedNotes(files)];
  const [first, ...rest] = inputs;
  return first === undefined ? [nothingUsed(files, notes)] : [{ ...first, notes }, ...rest];
}

function of(files: readonly OpenFile[], role: string): readonly OpenFile[] {
  return files.filter((file) => file.role === role);
}

function artistsInput(file: OpenFile): Input {
  return tableInput(file, {
    source: lastfm2k,
    kind: 'artist',
    observedAt: AS_OF,
    key: (payload) => payload['id'] ?? '',
  });
}

function listensInput(file: OpenFile): Input {
  return tableInput(file, {
    source: lastfm2k,
    kind: 'listen',
    observedAt: AS_OF,
    key: (payload) => `${payload['userID'] ?? ''}|${payload['artistID'] ?? ''}`,
  });
}

/** Tag assignments name tags by number: each record gets its tag's name from `tags.dat`. */
function assignmentsInput(file: OpenFile, tagFiles: readonly OpenFile[]): Input {
  const columns = columnPayload(file.columns);
  let names: ReadonlyMap<string, string> = new Map();
  return tableInput(file, {
    source: lastfm2k,
    kind: 'tag_assignment',
    observedAt: AS_OF,
    before: async () => {
      const list = await readTagNames(tagFiles);
      names = list.names;
      return list.defects;
    },
    payload: (cells) => {
      const payload = columns(cells);
      return { ...payload, tagValue: names.get(payload['tagID'] ?? '') ?? '' };
    },
    key: (payload) =>
      ['userID', 'artistID', 'tagID'].map((column) => payload[column] ?? '').join('|'),
  });
}

/** Names of tags by number, and the lines of the list that could not be read. */
interface TagList {
  readonly names: ReadonlyMap<string, string>;
  readonly defects: readonly RawRecord[];
}

async function readTagNames(files: readonly OpenFile[]): Promise<TagList> {
  const names = new Map<string, string>();
  const defects: RawRecord[] = [];
  for (const file of files) {
    const shared = { source: lastfm2k.id, kind: 'tag', observedAt: AS_OF, origin: file.name };
    for await (const rows of readRows(file.table)) {
      for (const { line, cells, defect } of rows) {
        const [id = '', name = ''] = cells;
        if (defect === undefined) names.set(id, name);
        else defects.push({ ...shared, line, key: `line ${line}`, payload: {}, defect });
      }
    }
  }
  return { names, defects };
}

/** What is missing beside the files that are there, and what becomes of their records. */
function missingNotes(files: readonly OpenFile[]): readonly string[] {
  const has = (role: string) => of(files, role).length > 0;
  const name = (role: string) => FILE_NAMES[role] ?? role;
  const notes: string[] = [];
  if (!has('artists') && (has('listens') || has('tag-assignments'))) {
    notes.push(
      `${name('artists')} is missing: records of artists that are not in the store yet will be rejected`,
    );
  }
  if (!has('tags') && has('tag-assignments')) {
    notes.push(
      `${name('tags')} is missing: tag assignments have no tag names and will be rejected`,
    );
  }
  if (has('artists') && !has('listens')) {
    notes.push(`${name('listens')} is missing: the artists come without plays`);
  }
  return notes;
}

function unusedNotes(files: readonly OpenFile[]): readonly string[] {
  return files
    .filter(({ role }) => role === 'friends' || role === 'tag-timestamps')
    .map(({ name }) => `${name}: recognised, not used`);
}

/** An input without records, so that what was recognised is still told. */
function nothingUsed(files: readonly OpenFile[], notes: readonly string[]): Input {
  const [file] = files;
  return {
    source: lastfm2k,
    origin: files.map(({ name }) => name).join(', '),
    sha256: file?.table.sha256 ?? '',
    bytes: 0,
    notes,
    async *records() {
      // none of the files given holds records
    },
  };
}
