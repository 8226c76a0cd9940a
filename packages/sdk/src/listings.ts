import { ApiCall } from './api-call.ts';
import { ListCall, type Page } from './list-call.ts';
import type { ListingStatus } from './listing.ts';
import type { RequestOptions } from './options.ts';
import type { Send } from './transport.ts';

export interface ListParams {
  /** Per page, 1 to 200. */
  limit?: number;
  cursor?: string;
  status?: ListingStatus;
  /** Only what changed since; an instant. */
  modifiedAfter?: Date | string;
}

/** Your listings of one kind. Their ids are your own: what you call the record in your system. */
export class Listings<Body, Listing> {
  readonly #send: Send;
  readonly #path: string;

  constructor(send: Send, path: string) {
    this.#send = send;
    this.#path = path;
  }

  /** Publishes a listing, or replaces it whole. Repeating it changes nothing. */
  upsert(externalId: string, body: Body, options?: RequestOptions): ApiCall<Listing> {
    return this.#call('PUT', '/{externalId}', externalId, options, body);
  }

  /** One of your own, whatever its status; `NotFoundError` when there is none. */
  get(externalId: string, options?: RequestOptions): ApiCall<Listing> {
    return this.#call('GET', '/{externalId}', externalId, options);
  }

  /** Takes a listing off the portal. It is kept, and comes back with the next `upsert`. Repeating it changes nothing. */
  withdraw(externalId: string, options?: RequestOptions): ApiCall<Listing> {
    return this.#call('POST', '/{externalId}/withdraw', externalId, options);
  }

  /** Your listings, the longest unchanged first. */
  list(params: ListParams = {}, options?: RequestOptions): ListCall<Listing> {
    const { limit, status, modifiedAfter } = params;
    const modified_after = modifiedAfter instanceof Date ? modifiedAfter.toISOString() : modifiedAfter;
    const page = (cursor: string | undefined) =>
      this.#send<Page<Listing>>(
        { method: 'GET', template: this.#path, query: { limit, status, modified_after, cursor } },
        options,
      );
    return new ListCall(page(params.cursor), page);
  }

  #call(
    method: 'GET' | 'PUT' | 'POST',
    path: string,
    externalId: string,
    options: RequestOptions | undefined,
    body?: Body,
  ): ApiCall<Listing> {
    const request = { method, template: this.#path + path, params: { externalId }, body };
    return new ApiCall(this.#send<Listing>(request, options));
  }
}
