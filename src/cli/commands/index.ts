import type { CommandDefinition } from '../command.js';
import { auditCommand } from './auditCommand.js';
import { datasetsCommand } from './datasetsCommand.js';
import { dbCommand } from './dbCommand.js';
import { diffCommand } from './diffCommand.js';
import { docsCommand } from './docsCommand.js';
import { ingestCommand } from './ingestCommand.js';
import { predictCommand } from './predictCommand.js';
import { recommendCommand } from './recommendCommand.js';
import { rejectedCommand } from './rejectedCommand.js';
import { reportCommand } from './reportCommand.js';
import { slidesCommand } from './slidesCommand.js';
import { statusCommand } from './statusCommand.js';
import { trainCommand } from './trainCommand.js';

/** All sub-commands, in the order of the help. */
export const commands: readonly CommandDefinition[] = unique([
  reportCommand,
  slidesCommand,
  recommendCommand,
  datasetsCommand,
  ingestCommand,
  rejectedCommand,
  statusCommand,
  diffCommand,
  dbCommand,
  trainCommand,
  predictCommand,
  auditCommand,
  docsCommand,
]);

function unique(list: readonly CommandDefinition[]): readonly CommandDefinition[] {
  const names = list.map(({ name }) => name);
  const duplicate = names.find((name, index) => names.indexOf(name) !== index);
  if (duplicate !== undefined) throw new Error(`two commands are called "${duplicate}"`);
  return list;
}
