import type { LoggerService } from '@nestjs/common';
import { pino, type Logger } from 'pino';

/** The process's log: JSON lines on standard output. */
export function createLog(level: string): Logger {
  return pino({ level, base: null, timestamp: pino.stdTimeFunctions.isoTime, formatters: { level: (label) => ({ level: label }) } });
}

/** Gives Nest's own messages to the log; what it says while it starts is for debugging only. */
export class NestLog implements LoggerService {
  readonly #log: Logger;

  constructor(log: Logger) {
    this.#log = log;
  }

  log(message: unknown, context?: string): void {
    this.#log.debug({ context }, String(message));
  }

  error(message: unknown, ...rest: unknown[]): void {
    this.#log.error({ context: rest.at(-1), ...(rest.length > 1 ? { stack: rest[0] } : {}) }, String(message));
  }

  warn(message: unknown, context?: string): void {
    this.#log.warn({ context }, String(message));
  }

  debug(message: unknown, context?: string): void {
    this.#log.debug({ context }, String(message));
  }

  verbose(message: unknown, context?: string): void {
    this.#log.debug({ context }, String(message));
  }
}
