import type { Context, Handler } from 'hono';
import type { V1App, V1Env } from './env.ts';
import { problem } from './problem.ts';

/** What no operation has taken: `OPTIONS` of a path that is here, a method that it does not take, or no such path. */
export function answerTheRest(app: V1App): Handler<V1Env> {
  const methodsOf = methodsByPath(app);
  return (c: Context<V1Env>) => {
    const methods = methodsOf.find(({ form }) => form.test(new URL(c.req.url).pathname))?.methods;
    if (methods === undefined)
      return problem(c, { code: 'not-found', detail: 'there is nothing at this path' });
    const Allow = methods.join(', ');
    if (c.req.method === 'OPTIONS') return new Response(null, { status: 204, headers: { Allow } });
    return problem(c, {
      code: 'not-found',
      status: 405,
      detail: `this path takes ${Allow}`,
      headers: { Allow },
    });
  };
}

function methodsByPath(app: V1App): { form: RegExp; methods: string[] }[] {
  const paths = new Map<string, string[]>();
  for (const { method, path } of app.routes) {
    if (method === 'ALL') continue;
    paths.set(path, [...(paths.get(path) ?? []), method]);
  }
  return [...paths].map(([path, methods]) => ({
    form: new RegExp(`^${path.replaceAll(/:\w+/g, '[^/]+')}$`),
    methods: [
      ...new Set(methods.flatMap((method) => (method === 'GET' ? ['GET', 'HEAD'] : [method]))),
    ].concat('OPTIONS'),
  }));
}
