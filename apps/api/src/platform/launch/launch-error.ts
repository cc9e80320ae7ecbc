/** Why the embedded database could not be started. */
export type LaunchErrorCode =
  | 'no-binary'
  | 'data-folder-in-use'
  | 'foreign-folder'
  | 'other-major-version'
  | 'folder-unwritable'
  | 'disk-full'
  | 'wrong-password'
  | 'orphan-remains'
  | 'database-failed';

/** A start that failed for a reason that an operator can mend; the message says what is wrong and what to do. */
export class LaunchError extends Error {
  readonly code: LaunchErrorCode;

  constructor(code: LaunchErrorCode, message: string, cause?: unknown) {
    super(message, cause === undefined ? undefined : { cause });
    this.name = 'LaunchError';
    this.code = code;
  }
}

/** Answers the POSIX code of a system error ("ENOENT"), or null for any other value. */
export function systemErrorCode(error: unknown): string | null {
  return error instanceof Error && 'code' in error && typeof error.code === 'string' ? error.code : null;
}

/** Turns a failure to read or write at `path` into a LaunchError; a LaunchError passes unchanged. */
export function explainFileError(error: unknown, path: string): LaunchError {
  if (error instanceof LaunchError) return error;
  switch (systemErrorCode(error)) {
    case 'ENOSPC':
    case 'EDQUOT':
      return new LaunchError('disk-full', `The disk that holds ${path} is full. Free some space and start again.`, error);
    case 'EACCES':
    case 'EPERM':
    case 'EROFS':
    case 'ENOTDIR':
      return new LaunchError(
        'folder-unwritable',
        `This user cannot write to ${path}. Give it the right to, choose another data folder, or set DATABASE_URL to a PostgreSQL server of your own.`,
        error,
      );
    case null:
    default:
      return new LaunchError('database-failed', `The database could not be prepared at ${path}: ${String(error)}`, error);
  }
}

/** Turns the output of initdb or postgres into a LaunchError: the known causes by name, otherwise its last lines. */
export function explainOutput(what: string, output: string): LaunchError {
  if (/No space left on device|Disk quota exceeded/i.test(output)) {
    return new LaunchError('disk-full', `${what} because the disk is full. Free some space and start again.`);
  }
  if (/error while loading shared libraries|image not found|Library not loaded/i.test(output)) {
    return new LaunchError(
      'no-binary',
      `${what} because a library is missing (${lastLines(output, 1)}). Run "npm rebuild", or set DATABASE_URL to a PostgreSQL server of your own.`,
    );
  }
  if (/Permission denied|Read-only file system/i.test(output)) {
    return new LaunchError('folder-unwritable', `${what} because it may not read or write a file: ${lastLines(output, 2)}`);
  }
  return new LaunchError('database-failed', `${what}: ${lastLines(output, 5) || 'it said nothing.'}`);
}

function lastLines(output: string, count: number): string {
  return output.trim().split('\n').slice(-count).join(' ').trim();
}
