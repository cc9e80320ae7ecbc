import { join, resolve } from 'node:path';
import { z } from 'zod';

const port = z.coerce.number().int().min(0).max(65_535);
const url = (protocols: RegExp) => z.url({ protocol: protocols });

/** Every environment variable: its meaning, unit, default and check. Nothing else reads `process.env`. */
const schema = z.object({
  /** TCP port of the HTTP server; 0 takes a free one. */
  PORT: port.default(3000),
  /** Address that the server listens on. Behind a proxy on another machine: 0.0.0.0. */
  HOST: z.string().default('127.0.0.1'),
  /** PostgreSQL 15 or later, as postgres://user:password@host:port/database. Absent: the embedded PostgreSQL, data in DATA_DIR. */
  DATABASE_URL: url(/^postgres(ql)?$/u).optional(),
  /** Connections of one process to PostgreSQL. */
  DATABASE_POOL: z.coerce.number().int().min(2).max(100).default(10),
  /** Folder of the embedded database and of keys made here. */
  DATA_DIR: z.string().default('.data'),
  /** Folder of the content files. Absent: the one of this program. */
  CONTENT_DIR: z.string().default(join(import.meta.dirname, '../../../content')),
  /** Folder of the built web server and its assets. Absent: the one of this program. */
  WEB_DIR: z.string().default(join(import.meta.dirname, '../../web/dist')),
  /** The only origin for absolute addresses, as https://library.example.org. Absent: the request's own origin. */
  PUBLIC_URL: url(/^https?$/u).optional().transform((value) => value?.replace(/\/+$/u, '')),
  /** Ed25519 secret key that signs versions, 64 hexadecimal digits. Absent on embedded defaults: a key made in DATA_DIR. */
  SIGNING_KEY: z.string().regex(/^[0-9a-f]{64}$/u).optional(),
  /** Public keys that signed earlier, as base64url, parted by commas; they stay at /.well-known/naru-keys.json. */
  FORMER_PUBLIC_KEYS: z.string().default(''),
  /** Least level of log lines: fatal, error, warn, info, debug or silent. */
  LOG_LEVEL: z.enum(['fatal', 'error', 'warn', 'info', 'debug', 'silent']).default('info'),
  /** Memory for cached answers in bytes. */
  CACHE_BYTES: z.coerce.number().int().min(0).default(64 * 1024 * 1024),
});

/** The process's configuration. */
export type Config = Omit<z.infer<typeof schema>, 'DATABASE_URL'> & { DATABASE_URL: string | undefined };

/** Thrown with one sentence a variable when the environment is wrong. */
export class ConfigError extends Error {}

/**
 * Reads and checks the configuration. Folders become absolute.
 * @param environment as `process.env`; an empty variable counts as absent
 * @throws ConfigError
 */
export function readConfig(environment: Readonly<Record<string, string | undefined>>): Config {
  const given = Object.fromEntries(Object.entries(environment).filter(([, value]) => value !== undefined && value !== ''));
  const result = schema.safeParse(given);
  if (!result.success) throw new ConfigError(result.error.issues.map((issue) => `${issue.path.join('.')}: ${issue.message}.`).join('\n'));
  const { DATA_DIR, CONTENT_DIR, WEB_DIR, DATABASE_URL } = result.data;
  return { ...result.data, DATABASE_URL, DATA_DIR: resolve(DATA_DIR), CONTENT_DIR: resolve(CONTENT_DIR), WEB_DIR: resolve(WEB_DIR) };
}
