import { resolve } from 'node:path';
import { Command } from 'commander';
import type { Config } from '../config.ts';
import { openSigner } from '../library.ts';
import { exportManual, importLibrary, listExportable } from '../manuals/index.ts';
import type { CliOutput } from './cli-output.ts';
import type { WithDatabase } from './database.commands.ts';

/** What the commands between files and database need. */
export interface ContentDatabaseContext { config: Config; out: CliOutput; withDatabase: WithDatabase }

/** `content import` and `content export`. */
export function contentDatabaseCommands({ config, out, withDatabase }: ContentDatabaseContext): Command[] {
  return [
    new Command('import').description('bring the content files into the database; what was edited elsewhere is reported, not overwritten').argument('[slug...]', 'manuals; all when none is named')
      .action(async (slugs: string[]) => {
        await withDatabase(async (database) => {
          const { outcomes, problems } = await importLibrary({
            database, signer: await openSigner(config), root: config.CONTENT_DIR, slugs,
            progress: (done, total, slug) => { out.progress(`${String(done)} of ${String(total)} ${slug}`); },
          });
          for (const { slug, outcome, conflicts } of outcomes) {
            if (outcome !== 'unchanged') out.print(`${outcome} ${slug}`);
            conflicts.forEach((conflict) => { out.print(`  ${conflict}`); });
          }
          problems.forEach((problem) => { out.print(problem); });
          out.print(`${String(outcomes.length)} manuals imported, ${String(problems.length)} problems.`);
          return problems.length > 0 || outcomes.some((one) => one.outcome === 'conflict') ? 1 : 0;
        });
      }),
    new Command('export').description('write the library back as content files').argument('[folder]', 'where to; the content folder when absent').action(async (folder: string | undefined) => {
      await withDatabase(async (database) => {
        const root = folder === undefined ? config.CONTENT_DIR : resolve(folder);
        const manuals = await listExportable(database.manager);
        let files = 0;
        for (const [index, manual] of manuals.entries()) {
          files += (await exportManual(database.manager, root, manual)).length;
          out.progress(`${String(index + 1)} of ${String(manuals.length)} ${manual.slug}`);
        }
        out.print(`${String(manuals.length)} manuals, ${String(files)} files written to ${root}.`);
        return 0;
      });
    }),
  ];
}
