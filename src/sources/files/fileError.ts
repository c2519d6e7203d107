import { AppError, codeOf } from '../../errors.js';

/** A problem with the content of a file: the message begins with the file's name and, where known, the line. */
export function fileError(
  file: string,
  line: number | null,
  problem: string,
  hint?: string,
  cause?: unknown,
): AppError {
  const place = line === null ? file : `${file}, line ${line}`;
  return new AppError('input', `${place}: ${problem}`, hint, { cause });
}

const REASONS: Readonly<Record<string, string>> = {
  ENOENT: 'the file is not there (any more)',
  EACCES: 'the file may not be read',
  EPERM: 'the file may not be read',
  EISDIR: 'is a folder, not a file',
  ELOOP: 'is a link that leads round in a circle',
  EIO: 'the disk failed while the file was being read',
};

/** What the operating system or the decompressor said, in words; anything unknown is passed on as it is. */
export function readError(file: string, error: unknown): unknown {
  if (error instanceof AppError) return error;
  const code = codeOf(error) ?? '';
  const reason = REASONS[code];
  if (reason !== undefined) return fileError(file, null, reason, undefined, error);
  if (code.startsWith('Z_')) {
    const problem = 'the compressed data is damaged or cut short';
    return fileError(file, null, problem, 'Fetch or compress the file again.', error);
  }
  return error;
}
