import { execFileSync } from 'node:child_process';
import { readFileSync, readlinkSync } from 'node:fs';
import { hostname } from 'node:os';

/**
 * Tells when a process was started, in whatever form the system gives it: only good for comparing. Null when the process
 * is gone or a zombie.
 */
export function startTimeOf(pid: number): string | null {
  if (process.platform === 'linux') {
    const text = readOrNull(`/proc/${pid}/stat`);
    // proc_pid_stat(5): the name in brackets may hold anything; after it come state (field 3) … start time (field 22).
    const fields = text?.slice(text.lastIndexOf(')') + 2).split(' ');
    const state = fields?.[0];
    return !fields || state === 'Z' || state === 'X' ? null : (fields[19] ?? null);
  }
  if (process.platform === 'win32') return signalReaches(pid) ? 'running' : null;
  const text = ps('stat=,lstart=', pid);
  return text === null || text.startsWith('Z') ? null : text.replace(/^\S+\s+/, '');
}

/** Tells whether a process runs; a zombie does not. */
export function isAlive(pid: number): boolean {
  return startTimeOf(pid) !== null;
}

/** Gives the words of a process's command line joined by spaces; empty when it is gone or hidden from us. */
export function commandLineOf(pid: number): string {
  if (process.platform === 'linux') return (readOrNull(`/proc/${pid}/cmdline`) ?? '').replaceAll('\0', ' ').trim();
  return process.platform === 'win32' ? '' : (ps('command=', pid) ?? '');
}

/**
 * Names the space in which a pid means one process: machine, boot and pid namespace. Two containers that share a
 * volume have different ones, and so must not judge each other's pids.
 */
export function pidSpace(): string {
  const boot = readOrNull('/proc/sys/kernel/random/boot_id')?.trim() ?? '';
  let namespace = '';
  try {
    namespace = readlinkSync('/proc/self/ns/pid');
  } catch {
    // Not Linux, or /proc is closed: the host's name must do.
  }
  return [hostname(), boot, namespace].join(' ');
}

/** Waits until a process is gone; answers false when the milliseconds ran out first. */
export async function waitUntilGone(pid: number, milliseconds: number): Promise<boolean> {
  const end = Date.now() + milliseconds;
  while (isAlive(pid)) {
    if (Date.now() > end) return false;
    await new Promise((resolve) => setTimeout(resolve, 20));
  }
  return true;
}

/** Sends a signal; answers false when the process is gone or not ours to signal. */
export function signalProcess(pid: number, signal: NodeJS.Signals): boolean {
  try {
    return process.kill(pid, signal);
  } catch {
    return false;
  }
}

function signalReaches(pid: number): boolean {
  try {
    return process.kill(pid, 0);
  } catch (error) {
    return error instanceof Error && 'code' in error && error.code === 'EPERM';
  }
}

function readOrNull(path: string): string | null {
  try {
    return readFileSync(path, 'utf8');
  } catch {
    return null;
  }
}

function ps(columns: string, pid: number): string | null {
  try {
    const environment = { PATH: '/usr/bin:/bin', LC_ALL: 'C' };
    return execFileSync('ps', ['-o', columns, '-p', String(pid)], { encoding: 'utf8', env: environment, stdio: 'pipe' }).trim() || null;
  } catch {
    return null;
  }
}
