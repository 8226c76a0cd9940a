import { withdrawListing } from '@homeward/core/listing';
import { createRoute, z } from '@hono/zod-openapi';
import type { V1App, V1Deps } from '../env.ts';
import { writing } from '../guards.ts';
import { ExternalIdParam, IdempotencyHeader } from '../parameters.ts';
import { problems, WITH_BODY, WITH_KEY, WriteHeaders } from '../responses.ts';
import type { ListingKindOfV1 } from './kinds.ts';
import { toV1Listing } from './to-v1-listing.ts';

export function addWithdrawListing(app: V1App, deps: V1Deps, { kind, Name, path, Output }: ListingKindOfV1) {
  const route = createRoute({
    method: 'post',
    path: `${path}/{externalId}/withdraw`,
    operationId: `withdraw${Name}`,
    tags: [Name],
    summary: `Take a ${kind} off the portal`,
    description: `Nobody but you sees it afterwards. Withdrawing it again changes nothing; publishing it again brings it back. Takes no body. Needs the scope \`listings:write\`.`,
    security: [{ key: [] }],
    middleware: writing(deps, withdrawListing),
    request: {
      params: ExternalIdParam,
      headers: IdempotencyHeader,
      body: { required: false, content: { 'application/json': { schema: z.strictObject({}) } } },
    },
    responses: {
      200: {
        description: 'It is off the portal.',
        headers: WriteHeaders,
        content: { 'application/json': { schema: Output } },
      },
      ...problems(...WITH_KEY, ...WITH_BODY, 'not-found'),
    },
  });
  app.openapi(route, async (c) => {
    const context = { ...deps, actor: c.var.actor };
    const listing = await withdrawListing(context, { kind, ...c.req.valid('param') });
    return c.json(toV1Listing(listing, c.var.origin), 200);
  });
}
