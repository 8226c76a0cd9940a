import { listOwnListings } from '@homeward/core/listing';
import { createRoute, z } from '@hono/zod-openapi';
import type { V1App, V1Deps } from '../env.ts';
import { reading } from '../guards.ts';
import { Headers, problems, WITH_KEY } from '../responses.ts';
import type { ListingKindOfV1 } from './kinds.ts';
import { toV1Listing } from './to-v1-listing.ts';

const Query = z.strictObject({
  limit: z
    .string()
    .regex(/^\d{1,3}$/, 'a whole number from 1 to 200')
    .transform(Number)
    .pipe(z.int().min(1).max(200))
    .optional()
    .openapi({
      type: 'integer',
      minimum: 1,
      maximum: 200,
      default: 50,
      description: 'How many at most.',
      example: 50,
    }),
  cursor: z.string().max(200).optional().openapi({ description: '`nextCursor` of the page before.' }),
  status: z.enum(['published', 'paused', 'withdrawn']).optional(),
  modified_after: z.iso.datetime({ offset: true }).optional().openapi({
    description: 'Only what changed after this instant.',
    example: '2026-11-24T09:00:00Z',
  }),
});

export function addListListings(app: V1App, deps: V1Deps, { kind, Name, path, Output }: ListingKindOfV1) {
  const route = createRoute({
    method: 'get',
    path,
    operationId: `list${Name}s`,
    tags: [Name],
    summary: `List your ${kind}s`,
    description: `Whatever their status, by \`updatedAt\`, then \`id\`: one that changes while you read comes again at the end. Needs the scope \`listings:read\`.`,
    security: [{ key: [] }],
    middleware: reading(deps, listOwnListings),
    request: { query: Query },
    responses: {
      200: {
        description: 'A page.',
        headers: Headers,
        content: {
          'application/json': {
            schema: z
              .object({
                data: z.array(Output),
                nextCursor: z.string().nullable().openapi({ description: '`null` on the last page.' }),
              })
              .openapi(`${Name}Page`),
          },
        },
      },
      ...problems(...WITH_KEY, 'invalid-input'),
    },
  });
  app.openapi(route, async (c) => {
    const { modified_after: modifiedAfter, ...rest } = c.req.valid('query');
    const context = { ...deps, actor: c.var.actor };
    const { listings, nextCursor } = await listOwnListings(context, { kind, modifiedAfter, ...rest });
    return c.json({ data: listings.map((listing) => toV1Listing(listing, c.var.origin)), nextCursor }, 200);
  });
}
