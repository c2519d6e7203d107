import type { Encoding } from './encoding.js';

/**
 * Decodes bytes to text with `\n` at every line end, whatever the file has (CRLF, or CR alone), and without a byte
 * order mark. Characters and line ends may be cut by chunks.
 *
 * @throws TypeError where UTF-8 was promised and is not kept (the file changed since it was checked)
 */
export async function* decodeText(
  chunks: AsyncIterable<Uint8Array>,
  encoding: Encoding,
): AsyncGenerator<string> {
  const decoder = new TextDecoder(encoding, { fatal: encoding === 'utf-8' });
  let carry = '';
  for await (const chunk of chunks) {
    const text = carry + decoder.decode(chunk, { stream: true });
    carry = text.endsWith('\r') ? '\r' : '';
    yield withLineFeeds(carry === '' ? text : text.slice(0, -1));
  }
  const rest = withLineFeeds(carry + decoder.decode());
  if (rest !== '') yield rest;
}

/** Every line end as a line feed. */
export function withLineFeeds(text: string): string {
  return text.includes('\r') ? text.replace(/\r\n?/g, '\n') : text;
}
