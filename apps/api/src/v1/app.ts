import { Failure, toIssues } from '@homeward/core/kernel';
import { OpenAPIHono } from '@hono/zod-openapi';
import { answerTheRest } from './answer-the-rest.ts';
import type { V1App, V1Deps, V1Env } from './env.ts';
import { addGetListing } from './listing/get-listing.ts';
import { KINDS } from './listing/kinds.ts';
import { addListListings } from './listing/list-listings.ts';
import { addUpsertListing } from './listing/upsert-listing.ts';
import { addWithdrawListing } from './listing/withdraw-listing.ts';
import { addOpenApiDocument } from './openapi-document.ts';
import { addGetOrganisation } from './organisation/get-organisation.ts';
import { prepare, refuseUnreadablePath } from './prepare.ts';
import { refuse } from './refuse.ts';

/** The public door, with its whole paths: mount it at `/`. It answers everything under `/v1` and nothing else. */
export function v1App(deps: V1Deps): V1App {
  const app: V1App = new OpenAPIHono<V1Env>({
    defaultHook: (result) => {
      if (!result.success) {
        throw new Failure(
          'invalid-input',
          'the request does not have the expected shape',
          toIssues(result.error),
        );
      }
    },
  });
  app.onError(refuse(deps));
  app.use('/v1/*', prepare(deps), refuseUnreadablePath);
  for (const kind of KINDS) {
    addUpsertListing(app, deps, kind);
    addWithdrawListing(app, deps, kind);
    addGetListing(app, deps, kind);
    addListListings(app, deps, kind);
  }
  addGetOrganisation(app, deps);
  addOpenApiDocument(app);
  app.all('/v1/*', answerTheRest(app));
  return app;
}
