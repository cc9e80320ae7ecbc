import { STORED_STATES } from '@naru/domain';
import { z } from 'zod';
import type { ContentProblem } from './problems.ts';

const unitSchema = z.strictObject({
  /** Hash of the source block that the translation was made from. */
  from: z.string().regex(/^n1:[0-9a-f]{64}$/u),
  /** Hash of the translated text itself: a text that changed since is not what was stamped. */
  text: z.string().regex(/^n1:[0-9a-f]{64}$/u),
  state: z.enum(STORED_STATES),
  origin: z.strictObject({ kind: z.enum(['person', 'machine']), name: z.string().min(1).max(200), version: z.string().nullable() }),
  reviewer: z.string().min(1).max(200).nullable(),
  at: z.iso.date(),
});
const unitsSchema = z.record(z.string(), unitSchema);

/** Where one translated block came from. */
export type Unit = z.infer<typeof unitSchema>;

/** A text's units, by block id. */
export type Units = Readonly<Record<string, Unit>>;

/** The unit of a block; undefined where it has none. A block may be called like something that every object inherits. */
export function unitOf(units: Units | null, id: string): Unit | undefined {
  return units !== null && Object.hasOwn(units, id) ? units[id] : undefined;
}

/** Parses `<locale>.units.json`. */
export function parseUnits(source: string, file: string): { units: Units; problems: ContentProblem[] } {
  const fail = (message: string) => ({ units: {}, problems: [{ file, line: 1, code: 'units-file', message: `${message} Run "content stamp".` }] });
  let json: unknown;
  try {
    json = JSON.parse(source);
  } catch {
    return fail('The file is no JSON.');
  }
  const result = unitsSchema.safeParse(json);
  return result.success ? { units: result.data, problems: [] } : fail(`${result.error.issues[0]?.path.join('.') ?? ''}: ${result.error.issues[0]?.message ?? ''}.`);
}

/** Writes units in their canonical form: one line a block, in the source's order. */
export function formatUnits(units: Units, order: readonly string[]): string {
  const lines = order.flatMap((id) => {
    const unit = unitOf(units, id);
    if (!unit) return [];
    const { from, text, state, origin, reviewer, at } = unit;
    const { kind, name, version } = origin;
    return [`  ${JSON.stringify(id)}: ${JSON.stringify({ from, text, state, origin: { kind, name, version }, reviewer, at })}`];
  });
  return `{\n${lines.join(',\n')}\n}\n`;
}
