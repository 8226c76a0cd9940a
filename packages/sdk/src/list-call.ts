import { ApiCall } from './api-call.ts';
import { HomewardError } from './errors.ts';
import type { WithResponse } from './transport.ts';

/** One page of a list; `nextCursor` is null on the last. */
export interface Page<T> {
  data: T[];
  nextCursor: string | null;
}

/**
 * A list: `await` it for one page, `for await` it for everything, page by page as it is read,
 * `toArray({ limit })` for the first so many.
 */
export class ListCall<T> extends ApiCall<Page<T>> implements AsyncIterable<T> {
  readonly #next: (cursor: string) => Promise<WithResponse<Page<T>>>;

  constructor(
    first: Promise<WithResponse<Page<T>>>,
    next: (cursor: string) => Promise<WithResponse<Page<T>>>,
  ) {
    super(first);
    this.#next = next;
  }

  async *[Symbol.asyncIterator](): AsyncGenerator<T, void, undefined> {
    let page: Page<T> = await this;
    for (;;) {
      yield* page.data;
      const cursor = page.nextCursor;
      if (cursor === null) return;
      page = (await this.#next(cursor)).data;
      if (page.nextCursor === cursor) throw new HomewardError('The server gave the same page twice.');
    }
  }

  /** `limit` must be given: a directory may be larger than a computer's memory. */
  async toArray({ limit }: { limit: number }): Promise<T[]> {
    const items: T[] = [];
    if (limit <= 0) return items;
    for await (const item of this) {
      items.push(item);
      if (items.length >= limit) break;
    }
    return items;
  }
}
