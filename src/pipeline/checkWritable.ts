import { accessSync, constants, mkdirSync } from 'node:fs';
import { AppError, messageOf } from '../errors.js';

/**
 * Makes the folder of the outputs, or says at once that nothing can be written there: a report takes long enough that one wants
 * to know before.
 *
 * @throws AppError 'failed'
 */
export function checkWritable(root: string): void {
  try {
    mkdirSync(root, { recursive: true });
    accessSync(root, constants.W_OK);
  } catch (error) {
    throw new AppError(
      'failed',
      `cannot write ${root}: ${messageOf(error)}`,
      'choose another folder with --out DIR',
      { cause: error },
    );
  }
}
