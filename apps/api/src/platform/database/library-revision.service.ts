import { Injectable, Logger, type OnApplicationBootstrap, type OnApplicationShutdown } from '@nestjs/common';
import { Client } from 'pg';

/**
 * Knows the library's revision: a counter that rises with every change the public sees. PostgreSQL tells of it at commit.
 * While the connection is down the revision is unknown, and whoever caches by it must not.
 */
@Injectable()
export class LibraryRevision implements OnApplicationBootstrap, OnApplicationShutdown {
  readonly #log = new Logger('library-revision');
  readonly #url: string;
  #client: Client | null = null;
  #current: string | null = null;
  #stopped = false;
  #delay = 250;

  constructor(url: string) {
    this.#url = url;
  }

  /** The revision; null while it is unknown. */
  get current(): string | null {
    return this.#current;
  }

  async onApplicationBootstrap(): Promise<void> {
    await this.#connect();
  }

  async onApplicationShutdown(): Promise<void> {
    this.#stopped = true;
    await this.#client?.end().catch(() => undefined);
  }

  async #connect(): Promise<void> {
    if (this.#stopped) return;
    const client = new Client({ connectionString: this.#url, application_name: 'naru listener', keepAlive: true });
    const lose = () => { this.#lose(client); };
    client.on('error', lose);
    client.on('end', lose);
    client.on('notification', ({ payload }) => {
      if (this.#client === client && payload !== undefined) this.#current = payload;
    });
    try {
      await client.connect();
      this.#client = client;
      await client.query('LISTEN library_revision');
      const { rows } = await client.query<{ revision: string }>('SELECT revision FROM library_revision');
      // What was heard meanwhile is newer than what was read.
      this.#current ??= rows[0]?.revision ?? null;
      this.#delay = 250;
    } catch (error) {
      this.#log.warn(`no connection for changes of the library: ${error instanceof Error ? error.message : String(error)}; nothing is cached meanwhile`);
      this.#client = client;
      this.#lose(client);
    }
  }

  /** Forgets the revision at once and connects again, waiting longer each time, 10 s at most. */
  #lose(client: Client): void {
    if (this.#client !== client) return;
    this.#client = null;
    this.#current = null;
    client.end().catch(() => undefined);
    if (this.#stopped) return;
    setTimeout(() => void this.#connect(), this.#delay).unref();
    this.#delay = Math.min(this.#delay * 2, 10_000);
  }
}
