import { readFile } from 'node:fs/promises';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { OPERATIONS, openV1, type V1World } from '../../testing/open-v1.ts';
import { OPENAPI_FILE, openApiText } from '../../testing/openapi-text.ts';
import { KINDS } from './listing/kinds.ts';

interface Operation {
  summary?: string;
  description?: string;
  operationId?: string;
  responses: Record<string, { description: string; content?: Record<string, unknown> }>;
}
interface Document {
  openapi: string;
  paths: Record<string, Record<string, Operation>>;
  components: { schemas: Record<string, { description?: string; example?: unknown }> };
}

let v1: V1World;
let text: string;
let document: Document;
beforeAll(async () => {
  v1 = await openV1();
  text = await readFile(OPENAPI_FILE, 'utf8');
  document = JSON.parse(text);
});
afterAll(() => v1.close());

describe('openapi.json', () => {
  it('is what the routes say (after a change on purpose: npm run openapi)', () => {
    expect(openApiText()).toBe(text);
  });

  it('is served to anybody, without a key', async () => {
    const answer = await v1.call('GET', '/v1/openapi.json', undefined, { key: null });
    expect(answer.status).toBe(200);
    expect(answer.headers.get('content-type')).toBe('application/json');
    expect(await answer.json()).toEqual(document);
  });

  it('is OpenAPI 3.1, and every reference in it leads somewhere', () => {
    expect(document.openapi).toMatch(/^3\.1\./);
    const references = [...text.matchAll(/"\$ref": "#\/components\/schemas\/(\w+)"/g)].map(
      ([, name]) => name ?? '',
    );
    expect(references.length).toBeGreaterThan(20);
    for (const name of references) expect(document.components.schemas).toHaveProperty(name);
  });

  it('describes every operation, and names each once', () => {
    const operations = Object.values(document.paths).flatMap((path) => Object.values(path));
    for (const { summary, description, operationId } of operations) {
      expect([summary, description, operationId].every((word) => (word ?? '') !== '')).toBe(true);
    }
    expect(new Set(operations.map(({ operationId }) => operationId)).size).toBe(operations.length);
    expect(operations).toHaveLength(OPERATIONS.length);
  });

  it.each(KINDS)('has examples that the API itself takes and gives: $Name', ({ Name, Input, Output }) => {
    const { [`${Name}Input`]: input, [Name]: output } = document.components.schemas;
    expect(Input.safeParse(input?.example).error).toBeUndefined();
    expect(Output.strict().safeParse(output?.example).error).toBeUndefined();
  });

  it.each(OPERATIONS)('documents the status of every refusal of %s %s', async (method, path, body) => {
    const operation = document.paths[path.replace('/one', '/{externalId}')]?.[method.toLowerCase()];
    const documented = Object.keys(operation?.responses ?? {});
    const tries = [
      v1.call(method, path, body),
      v1.call(method, path, body, { key: null }),
      v1.call(method, path, body, { key: v1.reader.key }),
      v1.call(method, path, body, { key: v1.writer.key }),
      v1.call(method, path.replace('/one', '/%00'), body),
      v1.call(method, path.replace('/one', '/random'), body),
      ...(method === 'GET'
        ? []
        : [
            v1.call(method, path, '{'),
            v1.call(method, path, 'x'.repeat(300_000)),
            v1.call(method, path, 'x', { headers: { 'content-type': 'text/plain' } }),
          ]),
    ];
    for (const answer of await Promise.all(tries)) expect(documented).toContain(String(answer.status));
  });
});
