import { HomewardError } from './errors.ts';

/** One request, before it is sent: `template` is what logs may show, `params` fill its braces. */
export interface ApiRequest {
  method: 'GET' | 'PUT' | 'POST';
  template: string;
  params?: Record<string, string>;
  query?: Record<string, string | number | undefined>;
  body?: unknown;
}

/** Every parameter is encoded, so that an id can never become another path. */
export function urlOf(baseUrl: string, request: ApiRequest): string {
  const path = request.template.replace(/\{(\w+)\}/g, (_, name: string) =>
    segment(name, request.params?.[name]),
  );
  const query = new URLSearchParams();
  for (const [name, value] of Object.entries(request.query ?? {})) {
    if (value !== undefined) query.set(name, String(value));
  }
  return `${baseUrl}${path}${query.size > 0 ? `?${query}` : ''}`;
}

function segment(name: string, value: string | undefined): string {
  // an address can't carry these two: every URL parser, ours and the server's, takes them as a step up or none
  if (value === undefined || value === '' || value === '.' || value === '..') {
    throw new HomewardError(`${name} must be a text that is not empty, "." or "..".`);
  }
  if (!value.isWellFormed()) throw new HomewardError(`${name} is not well-formed Unicode.`);
  return encodeURIComponent(value);
}
