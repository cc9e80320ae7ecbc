import { describe, expect, test } from 'vitest';
import { Gate, Overloaded } from './gate.ts';

/** Works that finish when told, and the order in which they began. */
function works() {
  const begun: number[] = [];
  const finish: (() => void)[] = [];
  const work = (number: number) => () => {
    begun.push(number);
    return new Promise<number>((resolve) => { finish[number] = () => { resolve(number); }; });
  };
  return { begun, finish, work };
}
const settle = () => new Promise((resolve) => setImmediate(resolve));

describe('the gate', () => {
  test('lets as many works run at once as it may, and the next ones in the order in which they came', async () => {
    const gate = new Gate(2, 10);
    const { begun, finish, work } = works();
    const results = [0, 1, 2, 3, 4].map((number) => gate.run(work(number)));
    await settle();
    expect(begun).toEqual([0, 1]);
    finish[1]?.();
    await settle();
    expect(begun).toEqual([0, 1, 2]);
    finish[0]?.();
    finish[2]?.();
    await settle();
    expect(begun).toEqual([0, 1, 2, 3, 4]);
    finish[3]?.();
    finish[4]?.();
    expect(await Promise.all(results)).toEqual([0, 1, 2, 3, 4]);
  });

  test('never runs more at once, however works come and go', async () => {
    const gate = new Gate(3, 1000);
    let running = 0;
    let most = 0;
    const all: Promise<void>[] = [];
    for (let i = 0; i < 200; i++) {
      all.push(gate.run(async () => {
        most = Math.max(most, ++running);
        for (let n = 0; n < i % 4; n++) await settle();
        running--;
      }));
      if (i % 3 === 0) await settle();
    }
    await Promise.all(all);
    expect(most).toBe(3);
    expect(running).toBe(0);
  });

  test('refuses a work when the line is full, and takes one again when there is room', async () => {
    const gate = new Gate(1, 1);
    const { begun, finish, work } = works();
    const first = gate.run(work(0));
    const second = gate.run(work(1));
    await expect(gate.run(work(2))).rejects.toBeInstanceOf(Overloaded);
    finish[0]?.();
    await first;
    const third = gate.run(work(3));
    await settle();
    finish[1]?.();
    await second;
    await settle();
    finish[3]?.();
    expect(await third).toBe(3);
    expect(begun).toEqual([0, 1, 3]);
  });

  test.each<[string, () => Promise<never>]>([
    ['rejects', () => Promise.reject(new Error('broken'))],
    ['throws at once', () => { throw new Error('broken'); }],
  ])('gives the place of a work that %s to the next', async (_, broken) => {
    const gate = new Gate(1, 5);
    const failed = gate.run(broken);
    const next = gate.run(() => Promise.resolve('done'));
    await expect(failed).rejects.toThrow('broken');
    expect(await next).toBe('done');
    expect(await gate.run(() => Promise.resolve('and on'))).toBe('and on');
  });
});
