/** Most bytes that one record may have; a longer one is a quotation that was never closed, or not a table. */
export const LARGEST_RECORD_BYTES = 1024 * 1024;

/** How much of a file is looked at to tell what it is; its header must fit in. */
export const HEAD_BYTES = 64 * 1024;
