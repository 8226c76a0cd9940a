import { readFileSync } from 'node:fs';
import openapiTS, { astToString } from 'openapi-typescript';

const openapi = new URL('../../../apps/api/openapi.json', import.meta.url);

/** Where the types are kept, checked in. */
export const generated = new URL('../src/generated/v1.ts', import.meta.url);

/** The shapes of /v1 as its checked-in document has them. The paths are left out: the client's methods are those. */
export async function typesOfOpenapi(): Promise<string> {
  const { info, openapi: version, components } = JSON.parse(readFileSync(openapi, 'utf8'));
  const shapes = { openapi: version, info, paths: {}, components: { schemas: components.schemas } };
  // a member with a default need not be sent
  const nodes = await openapiTS(shapes, { alphabetize: true, defaultNonNullable: false });
  return `// Made from apps/api/openapi.json by \`npm run generate -w @homeward/sdk\`.\n${astToString(nodes)}`;
}
