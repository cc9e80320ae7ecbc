import 'reflect-metadata';
import { Command } from 'commander';
import { ConfigError, readConfig } from '../config.ts';
import { openLibrary, reachDatabase } from '../library.ts';
import { LaunchError, stopAll, stopOnExit } from '../platform/launch/index.ts';
import type { CliOutput } from './cli-output.ts';
import { contentDatabaseCommands } from './content-database.commands.ts';
import { contentFilesCommands } from './content-files.commands.ts';
import { databaseCommands, type WithDatabase } from './database.commands.ts';

const terminal = process.stderr.isTTY;
const out: CliOutput = {
  print: (line) => process.stdout.write(`${line}\n`),
  progress: (line) => { if (terminal) process.stderr.write(`\r\u001B[K${line}`); },
};

async function run(): Promise<void> {
  const config = readConfig(process.env);
  const exit = (code: number) => { process.exitCode = code; };
  const withDatabase: WithDatabase = async (work) => {
    const reached = await reachDatabase(config, (line) => process.stderr.write(`${line}\n`));
    const unhook = stopOnExit(() => reached.stop());
    try {
      const database = await openLibrary(config, reached.url);
      try {
        exit(await work(database));
      } finally {
        if (terminal) process.stderr.write('\r\u001B[K');
        await database.destroy();
      }
    } finally {
      await reached.stop();
      unhook();
    }
  };
  const content = new Command('content').description('the content files');
  for (const command of [...contentFilesCommands({ root: config.CONTENT_DIR, out }, exit), ...contentDatabaseCommands({ config, out, withDatabase })]) content.addCommand(command);
  const db = new Command('db').description('the database');
  for (const command of databaseCommands(withDatabase, out)) db.addCommand(command);
  const groups = [content, db];
  const program = new Command('naru').description('Command line of a Naru library, for operators.');
  for (const group of groups) program.addCommand(group);
  await program.addHelpText('after', () => `\n${everyCommand(groups)}`).parseAsync();
}

/** Every command in one list, each with its arguments: the first thing that an operator looks for. */
function everyCommand(groups: readonly Command[]): string {
  const all = groups.flatMap((group) => group.commands.map((command) => [`naru ${group.name()} ${command.name()} ${command.usage()}`, command.description()] as const));
  const width = Math.max(...all.map(([words]) => words.length));
  return ['Every command:', ...all.map(([words, meaning]) => `  ${words.padEnd(width)}  ${meaning}`)].join('\n');
}

run().catch(async (error: unknown) => {
  const known = error instanceof LaunchError || error instanceof ConfigError;
  process.stderr.write(`${known || !(error instanceof Error) ? String(error instanceof Error ? error.message : error) : (error.stack ?? error.message)}\n`);
  await stopAll();
  process.exit(1);
});
