import { defineMiddleware } from 'astro:middleware';
import { isLocale } from '@homeward/i18n';
import type { APIContext, MiddlewareNext } from 'astro';
import { giveProof } from './features/proof/give-proof.ts';
import { confirmPath } from './features/proof/next-path.ts';
import { carriedFields, takeProof } from './features/proof/proof-form.ts';
import { staffHome } from './features/staff/staff-home.ts';
import { Detour } from './visit/detour.ts';
import { setHeaders } from './visit/headers.ts';
import { needsOwnPageMark, OWN_PAGE_MARK } from './visit/own-page-mark.ts';
import { PROBLEM_OF, type Problem } from './visit/problem.ts';
import type { ProofAsked } from './visit/proof-asked.ts';
import { readForm } from './visit/read-form.ts';
import { Refusal } from './visit/refusal.ts';
import { refuseForeignForm } from './visit/refuse-foreign-form.ts';
import { openVisit } from './visit/visit.ts';

export const onRequest = defineMiddleware(async (context, next) => {
  // Astro's last resort, after a page of ours broke: it stands on nothing.
  if (context.routePattern === '/500') {
    const broken = await next();
    setHeaders(broken.headers, { isPrivate: true });
    return broken;
  }
  // One object for two requests would show one reader's page to another.
  if (Object.hasOwn(context.locals, 'visit'))
    throw new Error('The server must give each request locals of its own.');
  const response = nameStatus(await answer(context, next));
  const { visit } = context.locals;
  for (const line of visit.cookies.taken) response.headers.append('set-cookie', line);
  if (needsOwnPageMark(context.request.headers) && !isLeaving(context))
    response.headers.append('set-cookie', OWN_PAGE_MARK);
  const { holdsPersonal, usesPasskeys, formsLeadTo } = visit;
  setHeaders(response.headers, { isPrivate: holdsPersonal, usesPasskeys, formsLeadTo });
  return response;
});

/** A page that sets another status than 200 keeps the words "OK" beside it: without any, the server finds the right ones. */
function nameStatus(response: Response): Response {
  if (response.ok || response.statusText !== 'OK') return response;
  return new Response(response.body, { status: response.status, headers: response.headers });
}

async function answer(context: APIContext, next: MiddlewareNext): Promise<Response> {
  let form: URLSearchParams | undefined;
  try {
    form = await takeForm(context);
    context.locals.visit = openVisit(context.request, context.locals.api, form);
    if (!isOurs(context)) throw new Refusal('not-found');
    const proof = form && takeProof(form);
    const given = proof && (await giveProof(context.locals.visit, proof));
    if (form && given?.ok === false) return askProof(context, next, { ...given, carried: [...form] });
    const response = await next();
    if (form && !context.locals.visit.formWasRead) throw new Refusal('method');
    return response;
  } catch (error) {
    if (error instanceof Detour) return context.redirect(context.locals.visit.link(error.path), 303);
    const carried = form && isProofMissing(error) ? carriedFields(form) : undefined;
    if (carried) return askProof(context, next, { status: 403, faults: [], carried, shown: false });
    const before = await proofBefore(error, context);
    if (before !== undefined) return context.redirect(context.locals.visit.link(before), 303);
    return showProblem(context, next, problemOf(error));
  }
}

/** The page that must come before this one can go on: a second step, or a fresh proof of who is here. */
async function proofBefore(error: unknown, { locals }: APIContext): Promise<string | undefined> {
  if (!(error instanceof Refusal)) return undefined;
  if (isProofMissing(error)) return confirmPath(locals.visit);
  if (error.code === 'second-factor-required') return staffHome(await locals.visit.me());
  return undefined;
}

const isProofMissing = (error: unknown): boolean =>
  error instanceof Refusal && error.code === 'step-up-required';

/** The same address, answered by the page that asks who is here and carries the form until they have said so. */
function askProof(context: APIContext, next: MiddlewareNext, proof: ProofAsked): Promise<Response> {
  context.locals.visit.proof = proof;
  return next(new Request(new URL('/proof', context.url), { headers: context.request.headers }));
}

/** Whoever leaves takes nothing along. */
const isLeaving = ({ url }: APIContext): boolean => url.pathname === '/leave';

/** Not the framework's own addresses, and no locale but ours. */
function isOurs({ url, params }: APIContext): boolean {
  return !url.pathname.startsWith('/_') && (params.locale === undefined || isLocale(params.locale));
}

async function takeForm({ request, url }: APIContext): Promise<URLSearchParams | undefined> {
  if (request.method === 'GET' || request.method === 'HEAD') return undefined;
  if (request.method !== 'POST') throw new Refusal('method');
  refuseForeignForm(request.headers, request.headers.get('host') ?? url.host);
  return readForm(request);
}

function problemOf(error: unknown): Problem {
  if (error instanceof Refusal) return PROBLEM_OF[error.code];
  // The server's log keeps where it happened and drops the words, which may be someone's.
  console.error(error);
  return 'internal';
}

/** The same address, answered by the page that says what went wrong. */
async function showProblem(context: APIContext, next: MiddlewareNext, problem: Problem): Promise<Response> {
  context.locals.visit ??= openVisit(context.request, context.locals.api, undefined);
  context.locals.visit.problem = problem;
  const { headers, method } = context.request;
  return next(
    new Request(new URL('/problem', context.url), { headers, method: method === 'HEAD' ? method : 'GET' }),
  );
}
