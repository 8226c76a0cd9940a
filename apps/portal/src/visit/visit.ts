import type { Me } from '@homeward/contracts/account';
import { type Formats, formats, type Locale, type Translate, translator } from '@homeward/i18n';
import { type CookieJar, openCookieJar } from './cookie-jar.ts';
import { type Place, placeOf } from './place.ts';
import type { Problem } from './problem.ts';
import type { ProofAsked } from './proof-asked.ts';
import { ask, openRpc, type Rpc } from './rpc.ts';

const SESSION_COOKIE = '__Host-s';

/** One request, as the pages see it. */
export interface Visit {
  readonly locale: Locale;
  readonly t: Translate;
  readonly formats: Formats;
  readonly place: Place;
  /** The address's query. */
  readonly query: URLSearchParams;
  readonly rpc: Rpc;
  readonly cookies: CookieJar;
  readonly acceptLanguage: string | null;
  /** Who is here. Asked once, and only when the browser sent a session: without one it is a visitor. */
  me(): Promise<Me>;
  /** Somebody has just signed in or out: the next `me()` asks again. */
  forgetMe(): void;
  /** The browser sent a session, which may have ended since. */
  readonly hadSession: boolean;
  /** The answer depends on who is here: nothing on the way may keep it. */
  holdsPersonal: boolean;
  /** The page lets a passkey sign or be made; every other page forbids it to its browser. */
  usesPasskeys: boolean;
  /** Another origin, to which the answer to a form of the page may lead. */
  formsLeadTo: string | undefined;
  /** The posted form; undefined unless this is a POST. A page that reads it says with that that it takes one. */
  form(): URLSearchParams | undefined;
  readonly formWasRead: boolean;
  /** What went wrong, for the page that says so. */
  problem: Problem | undefined;
  /** What to ask before the posted form goes on, for the page that asks. */
  proof: ProofAsked | undefined;
  /** A path of ours in the reader's language: `link('/zone')` is `/th/zone`. */
  link(path: string): string;
}

/** Opens a visit; `form` is the posted form of a POST. */
export function openVisit(
  request: Request,
  api: App.Locals['api'],
  form: URLSearchParams | undefined,
): Visit {
  const url = new URL(request.url);
  const acceptLanguage = request.headers.get('accept-language');
  const place = placeOf(url.pathname, acceptLanguage);
  const cookies = openCookieJar(request.headers.get('cookie'));
  const rpc = openRpc(api, cookies);
  let me: Promise<Me> | undefined;
  let formWasRead = false;
  const hadSession = cookies.read(SESSION_COOKIE) !== undefined;
  return {
    locale: place.locale,
    t: translator(place.locale),
    formats: formats(place.locale),
    place,
    query: url.searchParams,
    rpc,
    cookies,
    acceptLanguage,
    hadSession,
    holdsPersonal: place.isPrivate || form !== undefined,
    usesPasskeys: false,
    formsLeadTo: undefined,
    problem: undefined,
    proof: undefined,
    me() {
      if (cookies.read(SESSION_COOKIE) === undefined) return Promise.resolve({ kind: 'visitor' });
      this.holdsPersonal = true;
      me ??= ask(rpc.account.me.query());
      return me;
    },
    forgetMe() {
      me = undefined;
    },
    form() {
      formWasRead = true;
      return form;
    },
    get formWasRead() {
      return formWasRead;
    },
    link: (path) => `/${place.locale}${path === '/' ? '' : path}`,
  };
}
