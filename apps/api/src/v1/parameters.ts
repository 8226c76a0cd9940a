import { z } from '@hono/zod-openapi';
import { externalId } from './listing/members.ts';

export const ExternalIdParam = z.object({
  externalId: externalId.openapi({ param: { name: 'externalId', in: 'path' } }),
});

/** For the document: answer-once.ts reads and checks it. */
export const IdempotencyHeader = z.object({
  'Idempotency-Key': z.string().min(1).max(255).optional().openapi({
    description:
      'Any 1 to 255 visible ASCII characters of yours, new for each request and the same for its repeats: for 24 hours a repeat gets the same answer and has no second effect.',
    example: 'sync-2026-11-24-counselling-042',
  }),
});
