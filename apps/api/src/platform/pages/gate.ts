/** Thrown when too many wait already. */
export class Overloaded extends Error {}

/**
 * Lets a few works run at once and the next ones wait in line, so that rendering pages does not starve the queries that share the event loop.
 */
export class Gate {
  readonly #running: number;
  readonly #waiting: number;
  readonly #line: (() => void)[] = [];
  #active = 0;

  /**
   * @param running works at once
   * @param waiting works in line; one more is refused
   */
  constructor(running: number, waiting: number) {
    this.#running = running;
    this.#waiting = waiting;
  }

  /**
   * Runs a work when its turn comes.
   * @throws Overloaded when the line is full
   */
  async run<T>(work: () => Promise<T>): Promise<T> {
    if (this.#active >= this.#running) {
      if (this.#line.length >= this.#waiting) throw new Overloaded();
      await new Promise<void>((resolve) => this.#line.push(resolve));
    } else this.#active++;
    try {
      return await work();
    } finally {
      const next = this.#line.shift();
      if (next) next();
      else this.#active--;
    }
  }
}
