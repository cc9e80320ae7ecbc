import 'reflect-metadata';
import { createServer } from 'node:net';
import { ConfigError, readConfig, type Config } from './config.ts';
import { openLibrary, openSigner, reachDatabase } from './library.ts';
import { importLibrary } from './manuals/index.ts';
import { createLog } from './platform/logging.ts';
import { LaunchError, stopAll, stopOnExit, stopWithNpm } from './platform/launch/index.ts';
import { createNaru } from './server.ts';

/** One line for the person who starts it; the log proper is JSON. */
function say(line: string): void {
  process.stdout.write(`${line}\n`);
}

/** A sentence that ends the start. */
class StartError extends Error {}

/** Tries the port before anything else is started: a taken one is the commonest fault. */
async function checkPort({ PORT, HOST }: Config): Promise<void> {
  await new Promise<void>((resolve, reject) => {
    const probe = createServer();
    probe.once('error', (error: NodeJS.ErrnoException) => {
      const sentence = error.code === 'EADDRINUSE' ? `Port ${String(PORT)} is taken by another program. Stop it, or choose another: PORT=3001 npm start`
        : error.code === 'EACCES' ? `Port ${String(PORT)} may not be used by this user. Choose one from 1024 on: PORT=3001 npm start`
        : `The address ${HOST}:${String(PORT)} can't be used: ${error.message}.`;
      reject(new StartError(sentence));
    });
    probe.listen(PORT, HOST, () => probe.close(() => { resolve(); }));
  });
}

async function prepareLibrary(config: Config, url: string): Promise<void> {
  const database = await openLibrary(config, url);
  try {
    const migrated = await database.runMigrations();
    if (migrated.length > 0) say(`Prepared the tables (${String(migrated.length)} steps).`);
    const terminal = process.stdout.isTTY;
    const { outcomes, problems } = await importLibrary({
      database, signer: await openSigner(config), root: config.CONTENT_DIR, slugs: [],
      progress: (done, total, slug) => { if (terminal) process.stdout.write(`\r\u001B[KImporting manuals: ${String(done)} of ${String(total)} (${slug})`); },
    });
    if (terminal) process.stdout.write('\r\u001B[K');
    const count = (outcome: string) => outcomes.filter((one) => one.outcome === outcome).length;
    say(`Manuals: ${String(count('created'))} new, ${String(count('updated'))} updated, ${String(count('unchanged'))} unchanged, ${String(count('conflict'))} with conflicts.`);
    for (const { slug, conflicts } of outcomes) for (const conflict of conflicts) say(`${slug}: ${conflict}`);
    if (problems.length > 0) say(`${String(problems.length)} faults in content files; those manuals were left out. See "npm run naru -- content check".`);
  } finally {
    await database.destroy();
  }
}

async function start(): Promise<void> {
  const config = readConfig(process.env);
  const log = createLog(config.LOG_LEVEL);
  await checkPort(config);
  let stopDatabase = (): Promise<void> => Promise.resolve();
  stopOnExit(() => stopDatabase());
  stopWithNpm();
  const reached = await reachDatabase(config, say);
  stopDatabase = () => reached.stop();
  say(reached.embedded ? `Database: embedded PostgreSQL in ${config.DATA_DIR} (set DATABASE_URL for another).` : 'Database: the one at DATABASE_URL.');
  if (reached.embedded) await prepareLibrary(config, reached.url);
  const app = await createNaru({
    databaseUrl: reached.url, pool: config.DATABASE_POOL, signer: await openSigner(config), formerPublicKeys: config.FORMER_PUBLIC_KEYS.split(',').filter(Boolean),
    log, cacheBytes: config.CACHE_BYTES, webFolder: config.WEB_DIR, publicUrl: config.PUBLIC_URL ?? null,
  });
  stopOnExit(() => app.close());
  await app.listen(config.PORT, config.HOST);
  const address = app.getHttpServer().address() as { port: number };
  say(`Naru is ready: ${config.PUBLIC_URL ?? `http://${config.HOST === '127.0.0.1' ? 'localhost' : config.HOST}:${String(address.port)}`}`);
}

start().catch(async (error: unknown) => {
  const known = error instanceof StartError || error instanceof LaunchError || error instanceof ConfigError;
  process.stderr.write(`${known ? error.message : error instanceof Error ? (error.stack ?? error.message) : String(error)}\n`);
  await stopAll();
  process.exit(1);
});
