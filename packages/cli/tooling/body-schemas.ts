import { readFileSync } from 'node:fs';

const openapi = new URL('../../../apps/api/openapi.json', import.meta.url);
export const generated = new URL('../src/generated/body-schemas.ts', import.meta.url);

/** The JSON Schemas of what /v1 takes, without their words, so that `lint` judges as the portal does. */
export function bodySchemas(): string {
  const { components } = JSON.parse(readFileSync(openapi, 'utf8'));
  const schemas: Record<string, unknown> = {};
  const take = (name: string) => {
    if (name in schemas) return;
    schemas[name] = undefined;
    schemas[name] = bare(components.schemas[name]);
  };
  const bare = (schema: unknown): unknown => {
    if (Array.isArray(schema)) return schema.map(bare);
    if (typeof schema !== 'object' || schema === null) return schema;
    const { description, example, default: _, ...rest } = schema as Record<string, unknown>;
    const kept = typeof description === 'object' ? { description, ...rest } : rest;
    return Object.fromEntries(
      Object.entries(kept).map(([name, value]) => {
        if (name !== '$ref') return [name, bare(value)];
        const target = String(value).replace('#/components/schemas/', '');
        take(target);
        return [name, target];
      }),
    );
  };
  for (const name of ['ServiceInput', 'CourseInput', 'JobInput']) take(name);
  const head = '// Made from apps/api/openapi.json by `npm run generate -w @homeward/cli`.\n';
  return `${head}export const bodySchemas: Record<string, unknown> = ${JSON.stringify(schemas, null, 2)};\n`;
}
