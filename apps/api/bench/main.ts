import { cached } from './cached.ts';
import { install } from './install.ts';
import { lighthouse } from './lighthouse.ts';
import { memory } from './memory.ts';
import { scale } from './scale.ts';
import { sizes } from './sizes.ts';
import { printTable, type Figure } from './table.ts';
import { uncached } from './uncached.ts';

const PARTS: Readonly<Record<string, () => Promise<Figure[]>>> = { sizes, lighthouse, cached, uncached, memory, scale, install };
/** Takes many minutes: only when asked for. */
const ON_REQUEST = new Set(['install']);

const only = process.argv.includes('--only') ? process.argv[process.argv.indexOf('--only') + 1] : undefined;
if (only !== undefined && !(only in PARTS)) {
  process.stderr.write(`"${only}" is no part of the bench: ${Object.keys(PARTS).join(', ')}.\n`);
  process.exit(1);
}
const figures: Figure[] = [];
for (const [name, measure] of Object.entries(PARTS)) {
  if (only === undefined ? ON_REQUEST.has(name) : only !== name) continue;
  process.stderr.write(`${name} …\n`);
  figures.push(...(await measure()));
}
if (process.argv.includes('--json')) process.stdout.write(`${JSON.stringify(figures, null, 2)}\n`);
else printTable(figures);
