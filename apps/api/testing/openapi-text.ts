import { type V1Deps, v1App } from '../src/v1/index.ts';
import { openApiDocument } from '../src/v1/openapi-document.ts';

/** Where the public API's document is checked in. */
export const OPENAPI_FILE = new URL('../openapi.json', import.meta.url);

/** The document as the routes say it, as text for that file. */
export const openApiText = (): string => `${JSON.stringify(openApiDocument(describedV1()), undefined, 2)}\n`;

/** The public door to look at, not to ask. */
export const describedV1 = () => v1App(unused());

/** Describing the routes runs none of them: whoever touches this did not just describe. */
function unused(): V1Deps {
  const target: Partial<V1Deps> = {};
  return new Proxy(target, {
    get: (_target, name) => {
      throw new Error(`the document was made with the use of ${String(name)}`);
    },
  }) as V1Deps;
}
