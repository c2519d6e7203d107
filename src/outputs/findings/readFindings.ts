import { readFileSync } from 'node:fs';
import { AppError, messageOf } from '../../errors.js';
import { FINDINGS_SCHEMA, findingsSchema, type FindingsFile } from './findingsSchema.js';

/**
 * Reads a findings file.
 *
 * @throws AppError `input` where it cannot be read, is not JSON, has another schema version or lacks fields
 */
export function readFindings(path: string): FindingsFile {
  let text: string;
  try {
    text = readFileSync(path, 'utf8');
  } catch (error) {
    throw new AppError(
      'input',
      `cannot read findings from ${path}: ${messageOf(error)}`,
      'give the path of a findings.json that `liner report` wrote',
      { cause: error },
    );
  }
  return parseFindings(text, path);
}

/**
 * Parses the text of a findings file.
 *
 * @param origin what to call it in messages
 * @throws AppError `input` where it is not JSON, has another schema version or lacks fields
 */
export function parseFindings(text: string, origin: string): FindingsFile {
  const value = parseJson(text, origin);
  const schema =
    typeof value === 'object' && value !== null && 'schema' in value ? value.schema : undefined;
  if (schema !== FINDINGS_SCHEMA) {
    const got = schema === undefined ? 'none' : JSON.stringify(schema);
    throw new AppError(
      'input',
      `${origin} must be a findings file of schema version ${FINDINGS_SCHEMA}, got ${got}`,
      'make it again with `liner report`',
    );
  }
  const parsed = findingsSchema.safeParse(value);
  if (parsed.success) return parsed.data;
  const issue = parsed.error.issues[0];
  throw new AppError(
    'input',
    `${origin} is not a complete findings file: ${issue?.path.join('.') ?? ''} ${issue?.message ?? ''}`,
    'make it again with `liner report`',
  );
}

function parseJson(text: string, origin: string): unknown {
  try {
    return JSON.parse(text) as unknown;
  } catch (error) {
    throw new AppError(
      'input',
      `${origin} must be JSON, got ${JSON.stringify(text.slice(0, 40))}: ${messageOf(error)}`,
      'give the path of a findings.json that `liner report` wrote',
      { cause: error },
    );
  }
}
