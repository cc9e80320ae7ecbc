import { Controller, Get, HttpCode, Inject, Res } from '@nestjs/common';
import type { FastifyReply } from 'fastify';
import { DataSource } from 'typeorm';
import { Allow } from '../access/allow.ts';
import { LibraryRevision } from '../database/library-revision.service.ts';

/** Token: names of the migrations that this program needs. */
export const NEEDED_MIGRATIONS = Symbol('needed migrations');

/** For probes: alive, and ready. */
@Allow('everyone')
@Controller()
export class HealthController {
  constructor(private readonly database: DataSource, private readonly revision: LibraryRevision, @Inject(NEEDED_MIGRATIONS) private readonly needed: readonly string[]) {}

  /** The process answers. */
  @Get('healthz')
  @HttpCode(200)
  alive(): { status: 'ok' } {
    return { status: 'ok' };
  }

  /** Database reachable, migrated, content there, and changes of the library are heard of. */
  @Get('readyz')
  async ready(@Res({ passthrough: true }) reply: FastifyReply): Promise<Record<string, boolean | string>> {
    const checks = { database: false, migrated: false, content: false, listening: this.revision.current !== null };
    try {
      await this.database.query('SELECT 1');
      checks.database = true;
      const rows: { name: string }[] = await this.database.query('SELECT name FROM migration');
      checks.migrated = this.needed.every((name) => rows.some((row) => row.name === name));
      const [{ content }]: [{ content: boolean }] = await this.database.query(`SELECT EXISTS (SELECT FROM version_status WHERE state = 'published') AS content`);
      checks.content = content;
    } catch {
      // What could not be read stays false; the answer says which.
    }
    const ok = Object.values(checks).every(Boolean);
    if (!ok) reply.code(503);
    reply.header('Cache-Control', 'no-store');
    return { status: ok ? 'ok' : 'not ready', ...checks };
  }
}
