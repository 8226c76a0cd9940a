import { getOwnOrganisation } from '@homeward/core/organisation';
import { createRoute, z } from '@hono/zod-openapi';
import type { V1App, V1Deps } from '../env.ts';
import { reading } from '../guards.ts';
import { Headers, problems, WITH_KEY } from '../responses.ts';

const Organisation = z
  .object({
    id: z.uuid(),
    name: z.string(),
    country: z.string().openapi({ description: 'ISO 3166-1 alpha-2.' }),
    website: z.string().nullable(),
    key: z
      .object({
        id: z.uuid(),
        name: z.string(),
        prefix: z.string().openapi({ description: 'How the key begins.' }),
        scopes: z.array(z.string()).openapi({ description: 'What the key may do.' }),
        expiresAt: z.iso.datetime().nullable().openapi({ description: '`null`: it does not expire.' }),
      })
      .openapi({ description: 'The key of this request.' }),
  })
  .openapi('Organisation', {
    example: {
      id: '019a6e2c-5d1f-7c3a-9b52-000000000001',
      name: 'Example Open Door Foundation',
      country: 'TH',
      website: 'https://example.org',
      key: {
        id: '019a6e2c-5d1f-7c3a-9b52-000000000002',
        name: 'Nightly sync',
        prefix: 'hw_live_3kTq',
        scopes: ['listings:read', 'listings:write'],
        expiresAt: null,
      },
    },
  });

export function addGetOrganisation(app: V1App, deps: V1Deps) {
  const route = createRoute({
    method: 'get',
    path: '/v1/organisation',
    operationId: 'getOrganisation',
    tags: ['Organisation'],
    summary: 'See who you are',
    description: 'The organisation that your key speaks for, and what the key may do. Any key will do.',
    security: [{ key: [] }],
    middleware: reading(deps, getOwnOrganisation),
    responses: {
      200: {
        description: 'Your organisation.',
        headers: Headers,
        content: { 'application/json': { schema: Organisation } },
      },
      ...problems(...WITH_KEY),
    },
  });
  app.openapi(route, async (c) => {
    const { id, name, country, website, key } = await getOwnOrganisation({ ...deps, actor: c.var.actor }, {});
    return c.json({ id, name, country, website, key }, 200);
  });
}
