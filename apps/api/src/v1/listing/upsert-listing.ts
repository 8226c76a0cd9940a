import { Failure } from '@homeward/core/kernel';
import { upsertListing } from '@homeward/core/listing';
import { createRoute } from '@hono/zod-openapi';
import type { V1App, V1Deps } from '../env.ts';
import { writing } from '../guards.ts';
import { ExternalIdParam, IdempotencyHeader } from '../parameters.ts';
import { problems, WITH_BODY, WITH_KEY, WriteHeaders } from '../responses.ts';
import { fromV1Listing, pointIntoV1 } from './from-v1-listing.ts';
import type { ListingKindOfV1 } from './kinds.ts';
import { toV1Listing } from './to-v1-listing.ts';

export function addUpsertListing(
  app: V1App,
  deps: V1Deps,
  { kind, Name, path, Input, Output }: ListingKindOfV1,
) {
  const answer = { headers: WriteHeaders, content: { 'application/json': { schema: Output } } };
  const route = createRoute({
    method: 'put',
    path: `${path}/{externalId}`,
    operationId: `upsert${Name}`,
    tags: [Name],
    summary: `Publish a ${kind}, or replace it`,
    description: `Publishes a ${kind} under your own id, or replaces it whole: what is left out is empty afterwards. Sending what stands there already changes nothing, not even \`updatedAt\`. A withdrawn ${kind} is published again. Needs the scope \`listings:write\`.`,
    security: [{ key: [] }],
    middleware: writing(deps, upsertListing),
    request: {
      params: ExternalIdParam,
      headers: IdempotencyHeader,
      body: { required: true, content: { 'application/json': { schema: Input } } },
    },
    responses: {
      200: { description: 'It was there: replaced, or the same already.', ...answer },
      201: { description: 'It is new.', ...answer },
      ...problems(...WITH_KEY, ...WITH_BODY),
    },
  });
  app.openapi(route, async (c) => {
    const body = c.req.valid('json');
    const { externalId } = c.req.valid('param');
    const context = { ...deps, actor: c.var.actor };
    const { outcome, listing } = await upsertListing(context, fromV1Listing(externalId, body)).catch(
      (error) => {
        throw error instanceof Failure ? pointIntoV1(error, body) : error;
      },
    );
    return c.json(toV1Listing(listing, c.var.origin), outcome === 'created' ? 201 : 200);
  });
}
