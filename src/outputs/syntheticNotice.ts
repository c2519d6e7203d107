/** Stands on every page that shows the built-in sample. */
export const SYNTHETIC_NOTICE =
  'This report is made from the built-in sample: its artists, songs and effects are invented by a seeded generator. ' +
  'It shows how the report works and says nothing about real music.';

/** The short form for footers. */
export const SYNTHETIC_LABEL = 'Synthetic sample data';
