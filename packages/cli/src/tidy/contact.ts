/** What people write where there is nothing. */
export function isNothing(text: string): boolean {
  return /^(|n\.?\/?a\.?|none|null|nil|no|not (available|applicable)|unknown|tba|tbd|[-–—.?]+)$/i.test(
    text.trim(),
  );
}

/** An address on the web with its scheme, or undefined for what is none. */
export function tidyUrl(text: string): string | undefined {
  const trimmed = text
    .trim()
    .replace(/^["'<]+|["'>]+$/g, '')
    .trim();
  const given =
    /^[a-z][a-z0-9+.-]*:/i.test(trimmed) && !/^[\w.-]+:\d/.test(trimmed) ? trimmed : `https://${trimmed}`;
  if (/[\s@]/.test(given.replace(/^https?:\/\/[^/]*/i, '')) && /\s/.test(given)) return undefined;
  if (!URL.canParse(given)) return undefined;
  const url = new URL(given);
  const isWeb = /^https?:$/.test(url.protocol) && url.username === '' && url.password === '';
  const hasName = given === trimmed || url.hostname.includes('.');
  return isWeb && hasName && given.length <= 2000 ? given : undefined;
}

// as the portal checks it
const EMAIL = /^(?!\.)(?!.*\.\.)([a-z0-9_'+\-.]*)[a-z0-9_+-]@([a-z0-9][a-z0-9-]*\.)+[a-z]{2,}$/i;

/** The first e-mail address of a text, or undefined. */
export function tidyEmail(text: string): string | undefined {
  const [first = ''] = text
    .trim()
    .replace(/^mailto:/i, '')
    .split(/[;,\s]+/);
  const email = first.replace(/^[<("']+|[>)"'.]+$/g, '');
  return EMAIL.test(email) && email.length <= 254 ? email : undefined;
}

const FAX = /\b(fax|tdd|tty)\b/i;

/** The number to call: `main: 305-285-5922, tdd: 800-955-8771` -> `305-285-5922`. A toll-free number comes first, fax and TDD never. */
export function tidyPhone(text: string): string | undefined {
  const parts = text.split(/[,;\n]+/).map((part) => part.trim());
  const callable = parts.filter((part) => /\d{2}/.test(part) && !FAX.test(part));
  const chosen = callable.find((part) => /toll/i.test(part)) ?? callable[0];
  const number = chosen
    ?.replace(/^[^\d+(]*/, '')
    .replace(/["'\s]+$/, '')
    .replace(/\s+/g, ' ');
  return number !== undefined && number.length <= 60 && (number.match(/\d/g)?.length ?? 0) >= 3
    ? number
    : undefined;
}
