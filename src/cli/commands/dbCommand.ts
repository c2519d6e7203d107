import { AppError } from '../../errors.js';
import { openUserStore } from '../../pipeline/datasetStore.js';
import { exportTo } from '../../store/exportTo.js';
import { openStore } from '../../store/openStore.js';
import { rowCounts } from '../../store/rowCounts.js';
import type { Db } from '../../store/db.js';
import type { CommandContext, CommandDefinition, ExitCode } from '../command.js';
import { textTable } from '../textTable.js';

const HELP = `
Examples:
  liner db info                                                   tables and rows
  liner db migrate                                                bring the store to the current schema
  liner db export --to postgres://user@localhost/music            embedded store → server, by COPY
  liner db export --to postgres://user@localhost/music --replace  …over what is there`;

/** `liner db`: the store itself. */
export const dbCommand: CommandDefinition = {
  name: 'db',
  register(program, run) {
    const db = program
      .command('db')
      .description('the store: schema, contents, copy to a PostgreSQL server')
      .addHelpText('after', HELP);
    db.command('info')
      .description('tables and their rows')
      .action(run((context) => info(context)));
    db.command('migrate')
      .description('bring the store to the current schema; safe to repeat')
      .action(run((context) => migrate(context)));
    db.command('export')
      .description('copy the whole store to a PostgreSQL server')
      .requiredOption('--to <url>', 'address of the server: postgres://user:password@host/database')
      .option('--replace', 'throw away what the target holds')
      .action(
        run((context, options: { to: string; replace?: boolean }) =>
          exportStore(context, options.to, options.replace === true),
        ),
      );
  },
};

async function withUserStore<T>(context: CommandContext, work: (db: Db) => Promise<T>): Promise<T> {
  const db = await openUserStore(context.config);
  try {
    return await work(db);
  } finally {
    await db.close();
  }
}

function info(context: CommandContext): Promise<ExitCode> {
  return withUserStore(context, async (db): Promise<ExitCode> => {
    tellCounts(context, db.engine, await rowCounts(db));
    return 0;
  });
}

/** Opening a store migrates it. */
function migrate(context: CommandContext): Promise<ExitCode> {
  return withUserStore(context, async (db): Promise<ExitCode> => {
    if (context.terminal.options.json) context.terminal.json({ engine: db.engine, current: true });
    else context.terminal.result(`The store (${db.engine}) has the current schema.`);
    return 0;
  });
}

function exportStore(context: CommandContext, url: string, replace: boolean): Promise<ExitCode> {
  if (!/^postgres(ql)?:\/\//.test(url)) {
    throw new AppError('usage', '--to must begin with postgres:// or postgresql://');
  }
  return withUserStore(context, async (source): Promise<ExitCode> => {
    const target = await openStore({ url });
    try {
      const written = await exportTo(source, target, {
        replace,
        onProgress: (table, rows) => {
          context.terminal.note(`${table}: ${rows} rows`);
        },
      });
      tellCounts(context, target.engine, written);
      return 0;
    } finally {
      await target.close();
    }
  });
}

function tellCounts(
  { terminal }: CommandContext,
  engine: string,
  counts: ReadonlyMap<string, number>,
): void {
  if (terminal.options.json) terminal.json({ engine, rows: Object.fromEntries(counts) });
  else terminal.result(textTable(['table', 'rows'], [...counts]));
}
