import { Command } from 'commander';
import type { DataSource } from 'typeorm';
import { MIGRATIONS } from '../migrations/index.ts';
import type { CliOutput } from './cli-output.ts';

/** Runs a work with the library's database, which is closed afterwards. */
export type WithDatabase = (work: (database: DataSource) => Promise<number>) => Promise<void>;

/** `db migrate` and `db status`. */
export function databaseCommands(withDatabase: WithDatabase, out: CliOutput): Command[] {
  return [
    new Command('migrate').description('bring the tables up to date; safe to repeat').action(async () => {
      await withDatabase(async (database) => {
        const done = await database.runMigrations();
        done.forEach((step) => { out.print(`done: ${step.name}`); });
        out.print(`${String(done.length)} steps done.`);
        return 0;
      });
    }),
    new Command('status').description('name the steps that are done and those that wait; exit code 1 when one waits').action(async () => {
      await withDatabase(async (database) => {
        const rows: { name: string }[] = await database.query('SELECT name FROM migration').catch(() => []);
        const done = new Set(rows.map((row) => row.name));
        for (const { name } of MIGRATIONS) out.print(`${done.has(name) ? 'done ' : 'waits'} ${name}`);
        return MIGRATIONS.every(({ name }) => done.has(name)) ? 0 : 1;
      });
    }),
  ];
}
