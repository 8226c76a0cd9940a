const NAME = '__Host-p';

/**
 * A cookie for browsers too old to say where a form comes from (no `Sec-Fetch-Site`: Safari before 16.4, Firefox
 * before 90). Being `SameSite=Strict`, it comes along only from our own pages. It says nothing of anybody.
 */
export const OWN_PAGE_MARK = `${NAME}=1; Path=/; Secure; HttpOnly; SameSite=Strict`;

/** Whether an answer should carry the mark: the browser needs it and has none. */
export const needsOwnPageMark = (headers: Headers): boolean =>
  !headers.has('sec-fetch-site') && !hasOwnPageMark(headers);

export const hasOwnPageMark = (headers: Headers): boolean =>
  (headers.get('cookie') ?? '').split(';').some((pair) => pair.trim() === `${NAME}=1`);
