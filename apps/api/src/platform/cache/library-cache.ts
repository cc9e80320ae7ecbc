import { Injectable } from '@nestjs/common';
import { LRUCache } from 'lru-cache';
import { LibraryRevision } from '../database/library-revision.service.ts';

/** Remembers small answers for as long as the library's revision holds. What is asked for at once by many is computed once. */
@Injectable()
export class LibraryCache {
  readonly #revision: LibraryRevision;
  readonly #answers = new LRUCache<string, Promise<unknown>>({ max: 500 });

  constructor(revision: LibraryRevision) {
    this.#revision = revision;
  }

  /** The answer to a question, computed at most once a revision. Nothing is remembered while the revision is unknown. */
  async remember<T>(question: string, compute: () => Promise<T>): Promise<T> {
    const revision = this.#revision.current;
    if (revision === null) return compute();
    const key = `${revision} ${question}`;
    const known = this.#answers.get(key) as Promise<T> | undefined;
    if (known) return known;
    const answer = compute();
    this.#answers.set(key, answer);
    answer.catch(() => this.#answers.delete(key));
    return answer;
  }
}
