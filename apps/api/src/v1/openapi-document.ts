import type { V1App } from './env.ts';

const DESCRIPTION = `Publish services, courses and jobs from your own system. What you publish is on the portal at its next page load.

- Send your key as \`Authorization: Bearer hw_live_…\`. It speaks for your organisation: another organisation's ids answer like ids that never were.
- Send \`Idempotency-Key\` with every write, so that a repeat after a broken connection has no second effect.
- A refusal is a problem document (RFC 9457). Decide by \`code\`; \`issues\` point at what was sent (RFC 6901).
- An address is shown to others only when its \`visibility\` is \`public\`. Don't write one into a text.
- This API only grows: expect new members, new values of lists and new codes.`;

/** The API in OpenAPI 3.1, from the routes themselves. */
export function openApiDocument(app: V1App): ReturnType<V1App['getOpenAPI31Document']> {
  return app.getOpenAPI31Document({
    openapi: '3.1.1',
    info: {
      title: 'Homeward partner API',
      version: '1',
      description: DESCRIPTION,
      license: { name: 'Apache-2.0', url: 'https://www.apache.org/licenses/LICENSE-2.0' },
    },
    servers: [{ url: '/', description: 'The portal that serves this document.' }],
    tags: [
      { name: 'Service', description: 'Help of any kind: counselling, shelter, papers, legal aid.' },
      { name: 'Course', description: 'Training, with dates and certificates.' },
      { name: 'Job', description: 'Paid work with a named employer.' },
      { name: 'Organisation', description: 'Your organisation and your key.' },
    ],
  });
}

export function addOpenApiDocument(app: V1App): void {
  app.openAPIRegistry.registerComponent('securitySchemes', 'key', {
    type: 'http',
    scheme: 'bearer',
    bearerFormat: 'hw_live_ and 49 letters and digits',
    description: 'The API key of your organisation. It was shown once, when it was made.',
  });
  app.get('/v1/openapi.json', (c) => c.json(openApiDocument(app)));
}
