/** One way in which a value differs from its schema. `code` is one of ours (problem.ts). */
export interface Misfit {
  pointer: string;
  code: 'empty-value' | 'too-long' | 'bad-number' | 'bad-date' | 'bad-value';
  message: string;
}

/** The part of JSON Schema that our document uses; `$ref` is a name in `schemas`. */
export interface Schema {
  $ref?: string;
  type?: string | string[];
  properties?: Record<string, Schema>;
  required?: string[];
  additionalProperties?: boolean | Schema;
  items?: Schema;
  oneOf?: Schema[];
  enum?: unknown[];
  pattern?: string;
  format?: string;
  maxLength?: number;
  minItems?: number;
  maxItems?: number;
  minimum?: number;
  maximum?: number;
  exclusiveMinimum?: number;
}

/** All misfits of a value, by JSON Pointer (RFC 6901). */
export function checkSchema(
  value: unknown,
  schema: Schema,
  schemas: Record<string, Schema>,
  pointer = '',
): Misfit[] {
  if (schema.$ref !== undefined) return checkSchema(value, schemas[schema.$ref] ?? {}, schemas, pointer);
  if (schema.oneOf !== undefined) return checkOneOf(value, schema.oneOf, schemas, pointer);
  const bad = (message: string, code: Misfit['code'] = 'bad-value'): Misfit[] => [{ pointer, code, message }];
  switch (schema.type) {
    case 'object':
      return isObject(value) ? checkObject(value, schema, schemas, pointer) : bad('it must be an object');
    case 'array':
      return Array.isArray(value) ? checkArray(value, schema, schemas, pointer) : bad('it must be a list');
    case 'string':
      return typeof value === 'string'
        ? checkText(value, schema).flatMap(({ code, message }) => bad(message, code))
        : bad('it must be a text');
    case 'number':
    case 'integer':
      return typeof value === 'number' && Number.isFinite(value)
        ? checkNumber(value, schema).flatMap((message) => bad(message, 'bad-number'))
        : bad('it must be a number', 'bad-number');
    case 'boolean':
      return typeof value === 'boolean' ? [] : bad('it must be true or false');
    default:
      return [];
  }
}

function checkObject(
  value: Record<string, unknown>,
  schema: Schema,
  schemas: Record<string, Schema>,
  pointer: string,
): Misfit[] {
  const missing = (schema.required ?? []).filter((name) => value[name] === undefined);
  const misfits: Misfit[] = missing.map((name) => ({
    pointer: `${pointer}/${name}`,
    code: 'empty-value',
    message: 'it is missing',
  }));
  for (const [name, inner] of Object.entries(value)) {
    if (inner === undefined) continue;
    const at = `${pointer}/${name.replaceAll('~', '~0').replaceAll('/', '~1')}`;
    const known =
      schema.properties !== undefined && Object.hasOwn(schema.properties, name)
        ? schema.properties[name]
        : schema.additionalProperties;
    if (known === false) misfits.push({ pointer: at, code: 'bad-value', message: 'there is no such member' });
    else if (typeof known === 'object') misfits.push(...checkSchema(inner, known, schemas, at));
  }
  return misfits;
}

function checkArray(
  value: unknown[],
  schema: Schema,
  schemas: Record<string, Schema>,
  pointer: string,
): Misfit[] {
  const { items = {}, minItems = 0, maxItems = Number.POSITIVE_INFINITY } = schema;
  if (value.length < minItems)
    return [{ pointer, code: 'empty-value', message: `it must have at least ${minItems}` }];
  if (value.length > maxItems)
    return [
      { pointer, code: 'too-long', message: `it has ${value.length} entries, and ${maxItems} are allowed` },
    ];
  return value.flatMap((item, index) => checkSchema(item, items, schemas, `${pointer}/${index}`));
}

function checkOneOf(
  value: unknown,
  choices: Schema[],
  schemas: Record<string, Schema>,
  pointer: string,
): Misfit[] {
  if (!isObject(value)) return [{ pointer, code: 'bad-value', message: 'it must be an object' }];
  const kinds = choices.map((choice) => choice.properties?.kind?.enum?.[0]);
  const chosen = choices[kinds.indexOf(value.kind)];
  if (chosen !== undefined) return checkSchema(value, chosen, schemas, pointer);
  return [
    { pointer: `${pointer}/kind`, code: 'bad-value', message: `it must be one of ${kinds.join(', ')}` },
  ];
}

function checkText(value: string, schema: Schema): Pick<Misfit, 'code' | 'message'>[] {
  if (value.trim() === '') return [{ code: 'empty-value', message: 'it is empty' }];
  if (schema.maxLength !== undefined && value.length > schema.maxLength) {
    return [
      { code: 'too-long', message: `it has ${value.length} characters, and ${schema.maxLength} are allowed` },
    ];
  }
  if (!value.isWellFormed() || /[^\P{Cc}\n\r\t]/u.test(value))
    return [{ code: 'bad-value', message: 'it has characters that no text has' }];
  if (schema.enum !== undefined && !schema.enum.includes(value))
    return [{ code: 'bad-value', message: `“${value}” is none of ${schema.enum.join(', ')}` }];
  if (schema.pattern !== undefined && !new RegExp(schema.pattern, 'u').test(value))
    return [{ code: 'bad-value', message: `“${value}” has another form than ${schema.pattern}` }];
  return schema.format === 'date' && !isDate(value)
    ? [{ code: 'bad-date', message: `“${value}” is not a date such as 2026-11-24` }]
    : [];
}

function checkNumber(value: number, schema: Schema): string[] {
  const { minimum, maximum, exclusiveMinimum } = schema;
  if (minimum !== undefined && value < minimum) return [`${value} is less than ${minimum}`];
  if (exclusiveMinimum !== undefined && value <= exclusiveMinimum)
    return [`${value} is not more than ${exclusiveMinimum}`];
  return maximum !== undefined && value > maximum ? [`${value} is more than ${maximum}`] : [];
}

export function isDate(text: string): boolean {
  const date = new Date(`${text}T00:00:00Z`);
  return (
    /^\d{4}-\d{2}-\d{2}$/.test(text) && !Number.isNaN(date.getTime()) && date.toISOString().startsWith(text)
  );
}

function isObject(value: unknown): value is Record<string, unknown> {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}
