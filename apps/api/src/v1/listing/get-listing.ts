import { getOwnListing } from '@homeward/core/listing';
import { createRoute } from '@hono/zod-openapi';
import type { V1App, V1Deps } from '../env.ts';
import { reading } from '../guards.ts';
import { ExternalIdParam } from '../parameters.ts';
import { Headers, problems, WITH_KEY } from '../responses.ts';
import type { ListingKindOfV1 } from './kinds.ts';
import { toV1Listing } from './to-v1-listing.ts';

export function addGetListing(app: V1App, deps: V1Deps, { kind, Name, path, Output }: ListingKindOfV1) {
  const route = createRoute({
    method: 'get',
    path: `${path}/{externalId}`,
    operationId: `get${Name}`,
    tags: [Name],
    summary: `Read a ${kind} of yours`,
    description: `Whatever its status, with the address whatever its visibility. Needs the scope \`listings:read\`.`,
    security: [{ key: [] }],
    middleware: reading(deps, getOwnListing),
    request: { params: ExternalIdParam },
    responses: {
      200: {
        description: `The ${kind}.`,
        headers: Headers,
        content: { 'application/json': { schema: Output } },
      },
      ...problems(...WITH_KEY, 'invalid-input', 'not-found'),
    },
  });
  app.openapi(route, async (c) => {
    const context = { ...deps, actor: c.var.actor };
    const listing = await getOwnListing(context, { kind, ...c.req.valid('param') });
    return c.json(toV1Listing(listing, c.var.origin), 200);
  });
}
