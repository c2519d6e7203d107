/** One file of a dataset, as it was when its numbers were checked. */
export interface DatasetFile {
  readonly name: string;
  /** The role its source recognises it by; see `FileSource.recognise`. */
  readonly role: string;
  readonly rows: number;
  readonly bytes: number;
  readonly sha256: string;
  /** Where the file itself can be had; null where a form, an account or an archive stands before it. */
  readonly url: string | null;
}

/** A public dataset that there is an importer for. */
export interface KnownDataset {
  /** Id of its source. */
  readonly id: string;
  /** What to do by hand, for the files without an address. */
  readonly byHand: string;
  readonly page: string;
  readonly files: readonly DatasetFile[];
}

/** The public datasets that reports are made from. None of them comes with this package. */
export const KNOWN_DATASETS: readonly KnownDataset[] = [
  {
    id: 'spotify_songs',
    page: 'https://github.com/rfordatascience/tidytuesday/tree/main/data/2020/2020-01-21',
    byHand: 'Download spotify_songs.csv from the page.',
    files: [
      {
        name: 'spotify_songs.csv',
        role: 'file',
        rows: 32_833,
        bytes: 7_971_379,
        sha256: '9902920cfe4940f0914ebb6716801a42f7f19ac88fbd6693eaae7e2822b16845',
        url: 'https://raw.githubusercontent.com/rfordatascience/tidytuesday/main/data/2020/2020-01-21/spotify_songs.csv',
      },
    ],
  },
  {
    id: 'spotify_112_genres',
    page: 'https://github.com/JackywithaWhiteDog/Spotify-Tracks-Analysis',
    byHand:
      'Download the table of tracks (11,200 rows) from the repository; any file name will do.',
    files: [
      {
        name: 'spotify_112_genres.csv',
        role: 'file',
        rows: 11_200,
        bytes: 2_496_794,
        sha256: 'a8092a219441e885ff71ac64650b8e8f644a731e4e86a994ae5db547f296b9e5',
        url: null,
      },
    ],
  },
  {
    id: 'spotify_youtube',
    page: 'https://www.kaggle.com/datasets/salvatorerastelli/spotify-and-youtube',
    byHand:
      'Sign in to Kaggle, download "Spotify and Youtube" and unpack it. The published file has more columns than the one listed here, and so another checksum; both are read.',
    files: [
      {
        name: 'spotify_youtube.csv',
        role: 'file',
        rows: 20_718,
        bytes: 5_038_155,
        sha256: '6dc3d2afa270e210321f6553fd5e1f0ed56624cac0744efd96f5657a7307136c',
        url: null,
      },
    ],
  },
  {
    id: 'lastfm_2k',
    page: 'https://grouplens.org/datasets/hetrec-2011/',
    byHand: 'Download hetrec2011-lastfm-2k.zip from the page and unpack it into a folder.',
    files: [
      {
        name: 'artists.dat',
        role: 'artists',
        rows: 17_632,
        bytes: 1_925_879,
        sha256: 'c173881362c6b28551368fecb3c0be5a6a30a6cd859e1f5775413dfe46d48648',
        url: null,
      },
      {
        name: 'user_artists.dat',
        role: 'listens',
        rows: 92_834,
        bytes: 1_203_620,
        sha256: '254272fa721c3935e8be286d28c051b206844307128698ab4eaa41d483379416',
        url: null,
      },
      {
        name: 'tags.dat',
        role: 'tags',
        rows: 11_946,
        bytes: 222_521,
        sha256: 'c815d7216101fd0ba9b9c59fa2a011998d2fd076e0064d281ec4153d95ae8095',
        url: null,
      },
      {
        name: 'user_taggedartists.dat',
        role: 'tag-assignments',
        rows: 186_479,
        bytes: 4_180_216,
        sha256: 'c4a9ffae9ab47a9f9b2f0678ab1f7e5c1db4ca818837d8cddd1f5699c5bbf048',
        url: null,
      },
    ],
  },
];
