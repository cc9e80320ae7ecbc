import autocannon from 'autocannon';
import { cpuOf, type Running } from './product.ts';
import { median } from './table.ts';

/** What is asked of a server. */
export interface Question { path: string; method?: 'GET' | 'POST'; headers?: Record<string, string>; body?: string }

/** What a server did in one round: requests a second, and CPU milliseconds a request. */
export interface Round { perSecond: number; cpu: number }

/** Loads a server for some seconds. @throws Error when an answer was no success */
export async function load(server: Running, question: Question, seconds: number): Promise<Round> {
  const before = cpuOf(server.pid);
  const result = await autocannon({ url: `${server.url}${question.path}`, method: question.method ?? 'GET', headers: question.headers ?? {}, ...(question.body === undefined ? {} : { body: question.body }), connections: 16, duration: seconds });
  if (result.non2xx > 0 || result.errors > 0) throw new Error(`${question.path}: ${result.non2xx} answers were no success, ${result.errors} failed.`);
  const used = (cpuOf(server.pid) ?? 0) - (before ?? 0);
  return { perSecond: result.requests.average, cpu: used / Math.max(1, result.requests.total) };
}

/** One server compared with another: the median of the rounds' ratios, and how far a server differs from itself. */
export interface Compared { ours: Round; theirs: Round; ratio: number; cpuRatio: number; noise: [number, number] }

/** Measures two servers in alternating order, and the second against itself in the same rounds. */
export async function compare(ours: { server: Running; question: Question }, theirs: { server: Running; question: Question }, { rounds, seconds }: { rounds: number; seconds: number }): Promise<Compared> {
  const measured: { ours: Round; theirs: Round; again: Round }[] = [];
  await load(ours.server, ours.question, 2);
  await load(theirs.server, theirs.question, 2);
  for (let round = 0; round < rounds; round++) {
    const first = round % 2 === 0 ? await load(ours.server, ours.question, seconds) : null;
    const their = await load(theirs.server, theirs.question, seconds);
    const our = first ?? (await load(ours.server, ours.question, seconds));
    const again = await load(theirs.server, theirs.question, seconds);
    measured.push({ ours: our, theirs: their, again });
  }
  const middle = (pick: (round: (typeof measured)[number]) => number) => median(measured.map(pick));
  const noise = measured.map((round) => round.again.perSecond / round.theirs.perSecond);
  return {
    ours: { perSecond: middle((r) => r.ours.perSecond), cpu: middle((r) => r.ours.cpu) },
    theirs: { perSecond: middle((r) => (r.theirs.perSecond + r.again.perSecond) / 2), cpu: middle((r) => (r.theirs.cpu + r.again.cpu) / 2) },
    ratio: middle((r) => (2 * r.ours.perSecond) / (r.theirs.perSecond + r.again.perSecond)),
    cpuRatio: middle((r) => (r.theirs.cpu + r.again.cpu) / 2 / r.ours.cpu),
    noise: [Math.min(...noise), Math.max(...noise)],
  };
}

/** A comparison in words. */
export function told({ ours, theirs, ratio, cpuRatio, noise }: Compared): string {
  return `${ratio.toFixed(2)} × (${Math.round(ours.perSecond)} against ${Math.round(theirs.perSecond)} a second; by CPU ${cpuRatio.toFixed(2)} ×, ${ours.cpu.toFixed(2)} against ${theirs.cpu.toFixed(2)} ms; same server twice ${noise[0].toFixed(2)}–${noise[1].toFixed(2)} ×)`;
}
