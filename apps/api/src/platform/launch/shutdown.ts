import { readFileSync } from 'node:fs';

const LIMIT = 10_000;
const SAME_SIGNAL = 500;
const NUMBERS = { SIGHUP: 1, SIGINT: 2, SIGTERM: 15 } as const;

type Stop = () => Promise<void>;

const stops: Stop[] = [];
let running: Promise<boolean> | null = null;
let firstSignal: number | null = null;
let listening = false;

/**
 * Has a stop run when the process is told to end by SIGINT, SIGTERM or SIGHUP; answers a function that takes it back.
 *
 * Stops run one after another, the last registered first, within ten seconds altogether; then the process exits, with
 * 0 if all went well, otherwise 1. A second signal exits at once with 128 + its number.
 */
export function stopOnExit(stop: Stop): () => void {
  if (!listening) {
    listening = true;
    for (const signal of Object.keys(NUMBERS) as (keyof typeof NUMBERS)[]) process.on(signal, () => onSignal(signal));
  }
  stops.push(stop);
  return () => {
    const place = stops.lastIndexOf(stop);
    if (place >= 0) stops.splice(place, 1);
  };
}

/** Runs the registered stops, the last first, once; answers whether all ended well within ten seconds. */
export function stopAll(): Promise<boolean> {
  running ??= runStops();
  return running;
}

/**
 * Stops as on a signal when npm, which started this process, is gone: npm ends on SIGTERM without passing it on.
 * Started by anything else, or on a system that keeps the old parent's number, it does nothing.
 */
export function stopWithNpm(): void {
  if (process.env['npm_lifecycle_event'] === undefined) return;
  const line = ancestors();
  const watch = setInterval(() => {
    if (ancestors() === line) return;
    clearInterval(watch);
    void stopAll().then((well) => process.exit(well ? 0 : 1));
  }, 250);
  watch.unref();
}

// npm starts a shell, which starts us or becomes us: whose parent changes depends on the shell, so both are watched.
function ancestors(): string {
  try {
    const parent = readFileSync(`/proc/${process.ppid}/stat`, 'utf8').split(') ').at(-1)?.split(' ')[1] ?? '';
    return `${process.ppid} ${parent}`;
  } catch {
    return String(process.ppid);
  }
}

function onSignal(signal: keyof typeof NUMBERS): void {
  const now = performance.now();
  if (firstSignal === null) {
    firstSignal = now;
    void stopAll().then((well) => process.exit(well ? 0 : 1));
  } else if (now - firstSignal > SAME_SIGNAL) {
    // Ctrl-C may arrive twice within milliseconds, from the terminal and passed on by a parent (start.mjs, npm): one signal, not two.
    process.exit(128 + NUMBERS[signal]);
  }
}

async function runStops(): Promise<boolean> {
  let well = true;
  let timer: NodeJS.Timeout | undefined;
  const late = new Promise<void>((resolve) => {
    timer = setTimeout(() => {
      well = false;
      resolve();
    }, LIMIT);
  });
  const all = (async () => {
    for (let stop = stops.pop(); stop; stop = stops.pop()) {
      try {
        await stop();
      } catch (error) {
        well = false;
        process.stderr.write(`A part did not stop well: ${String(error)}\n`);
      }
    }
  })();
  await Promise.race([all, late]);
  clearTimeout(timer);
  return well;
}
