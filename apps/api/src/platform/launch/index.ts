export { startEmbeddedPostgres, type EmbeddedPostgres, type EmbeddedPostgresOptions } from './embedded-postgres.ts';
export { LaunchError, type LaunchErrorCode } from './launch-error.ts';
export { stopAll, stopOnExit, stopWithNpm } from './shutdown.ts';
