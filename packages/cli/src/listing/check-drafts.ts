import { bodySchemas } from '../generated/body-schemas.ts';
import type { ProblemCode, Problems } from '../problem/problem.ts';
import { oneLine } from '../problem/render-problems.ts';
import { tidyEmail, tidyUrl } from '../tidy/contact.ts';
import { checkSchema, type Misfit, type Schema } from './check-schema.ts';
import { type Draft, nameOf, placeOfPointer } from './draft.ts';

const SCHEMA_OF = { service: 'ServiceInput', course: 'CourseInput', job: 'JobInput' } as const;

const ADVICE: Partial<Record<ProblemCode, string>> = {
  'too-long': 'Shorten it.',
  'empty-value': 'Fill it in.',
  'bad-number': 'Correct the number.',
  'bad-date': 'Write it as 2026-11-24.',
};

/** The drafts that the portal would take; the others are told. Of two with one id the first is kept. */
export function checkDrafts(drafts: Draft[], problems: Problems): Draft[] {
  const firsts = new Map<string, Draft>();
  return drafts.filter((draft) => {
    const misfits = misfitsOf(draft);
    for (const { pointer, code, message } of misfits) {
      problems.fault({
        code,
        ...placeOfPointer(draft, pointer),
        record: safeName(draft),
        message,
        advice: ADVICE[code] ?? 'See the API reference for what it may be.',
      });
    }
    const key = `${draft.kind} ${draft.externalId.normalize('NFC')}`;
    const first = firsts.get(key);
    if (first === undefined) firsts.set(key, draft);
    else {
      const { line, pointer } = first.place;
      const at = line === undefined ? `at ${pointer === '' ? 'the top' : pointer}` : `on line ${line}`;
      problems.fault({
        code: 'duplicate-id',
        ...draft.place,
        field: placeOfPointer(draft, '/externalId').field,
        record: safeName(draft),
        message: `its id ${oneLine(draft.externalId, 60)} stands before, ${at}`,
        advice: 'The first is taken; remove one, or give it its own id.',
      });
    }
    return misfits.length === 0 && first === undefined;
  });
}

function misfitsOf({ kind, externalId, body }: Draft): Misfit[] {
  // a country that is not known yet is asked for elsewhere
  const whole = body.country === undefined ? { ...body, country: 'XX' } : body;
  const schemas = bodySchemas as Record<string, Schema>;
  const misfits = checkSchema(whole, { $ref: SCHEMA_OF[kind] }, schemas);
  if (externalId.length > 200)
    misfits.push({
      pointer: '/externalId',
      code: 'too-long',
      message: `it has ${externalId.length} characters, and 200 are allowed`,
    });
  if (/\p{Cc}/u.test(externalId) || !externalId.isWellFormed() || externalId === '.' || externalId === '..') {
    misfits.push({
      pointer: '/externalId',
      code: 'bad-value',
      message: 'an id of this form can not be sent',
    });
  }
  return misfits.length > 0 ? misfits : furtherMisfits(body);
}

/** What JSON Schema can not say, and the portal asks for. */
function furtherMisfits(body: Draft['body']): Misfit[] {
  const [titles, descriptions] = [Object.keys(body.title), Object.keys(body.description)];
  const bad = (pointer: string, message: string): Misfit => ({ pointer, code: 'bad-value', message });
  const alone = titles
    .filter((one) => !descriptions.includes(one))
    .map((one) => bad(`/description/${one}`, `the title is in ${one} and the description is not`));
  const orphans = descriptions
    .filter((one) => !titles.includes(one))
    .map((one) => bad(`/title/${one}`, `the description is in ${one} and the title is not`));
  const misfits = [...alone, ...orphans];
  if (titles.length === 0)
    misfits.push({ pointer: '/title', code: 'empty-value', message: 'it has no text in any language' });
  for (const tag of [...titles, ...(body.languages ?? [])])
    if (!isTag(tag)) misfits.push(bad('/languages', `“${tag}” is not a language tag such as th`));
  if (body.originalLanguage !== undefined && !titles.includes(body.originalLanguage))
    misfits.push(bad('/originalLanguage', `there is no title in ${body.originalLanguage}`));
  for (const [tag, title] of Object.entries(body.title))
    if (/\p{Cc}/u.test(title)) misfits.push(bad(`/title/${tag}`, 'it must be one line'));
  const { email, url } = body.contact ?? {};
  if (email !== undefined && tidyEmail(email) !== email)
    misfits.push(bad('/contact/email', `“${email}” is not an e-mail address`));
  if (url !== undefined && tidyUrl(url) !== url)
    misfits.push(bad('/contact/url', `“${url}” is not an address on the web`));
  return misfits;
}

function isTag(tag: string): boolean {
  try {
    return Intl.getCanonicalLocales(tag).length === 1;
  } catch {
    return false;
  }
}

/** A title may be anything before it is checked. */
function safeName(draft: Draft): string {
  const name: unknown =
    typeof draft.body.title === 'object' && draft.body.title !== null ? nameOf(draft) : draft.externalId;
  return typeof name === 'string' ? name : draft.externalId;
}
