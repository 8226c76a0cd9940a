import type { Contact, Cost, Papers } from '@homeward/sdk';
import type { Place, Problems } from '../problem/problem.ts';
import { placeOf } from '../reading/origin.ts';
import { isNothing, tidyEmail, tidyPhone, tidyUrl } from '../tidy/contact.ts';
import { plainLine } from '../tidy/plain-text.ts';
import { privateFlagOf } from '../tidy/private-flag.ts';
import { shorten, splitText } from '../tidy/shorten.ts';
import { childOf, fieldOf, type HsdsRecord, listOf, textOf } from './record.ts';

const FREE =
  /^(it is |all services are |this service is )?(free|free of (charge|cost)|no (fees?|charges?|costs?)|there (is|are) no (fees?|charges?|costs?)|none|[$€£]?0([.,]00?)?)( (for|to) (all|everyone|everybody|anyone))?[.!]?$/i;

/** "Free" only when the source says so, and nothing else beside it. */
export function convertCost(service: HsdsRecord, today: string): Cost {
  const options = listOf(service, 'cost_options').filter(
    (option) => (textOf(option, 'valid_to') ?? today) >= today,
  );
  const fees = plainLine(textOf(service, 'fees_description', 'fees') ?? '');
  if (options.length === 0) {
    if (fees === '') return { kind: 'unknown' };
    return FREE.test(fees) ? { kind: 'free' } : { kind: 'paid', note: shorten(fees, 500) };
  }
  const amounts = options.map((option) => Number(textOf(option, 'amount') ?? Number.NaN));
  if (amounts.every((amount) => amount === 0) && (fees === '' || FREE.test(fees))) return { kind: 'free' };
  const [only] = options;
  const [amount] = amounts;
  const currency = textOf(only, 'currency')?.toUpperCase();
  const isOnePrice =
    options.length === 1 && textOf(only, 'option') === undefined && fees === '' && Number.isFinite(amount);
  const note = shorten([...options.map(sayOption), fees].filter((text) => text !== '').join('. '), 500);
  return {
    kind: 'paid',
    ...(isOnePrice && amount !== undefined && currency !== undefined && /^[A-Z]{3}$/.test(currency)
      ? { amount, currency }
      : {}),
    ...(note === '' ? {} : { note }),
  };
}

function sayOption(option: HsdsRecord): string {
  const price = [
    textOf(option, 'currency')?.toUpperCase(),
    textOf(option, 'amount'),
    textOf(option, 'amount_description'),
  ]
    .filter((part) => part !== undefined)
    .join(' ');
  return [textOf(option, 'option'), price]
    .filter((part) => part !== undefined && part !== '')
    .map((part) => plainLine(part ?? ''))
    .join(': ');
}

/** An empty list says "none"; no list says nothing. */
export function convertPapers(service: HsdsRecord): Papers {
  const listed = service.required_documents;
  if (Array.isArray(listed) && listed.length === 0) return { kind: 'none' };
  const texts = Array.isArray(listed)
    ? listOf(service, 'required_documents').map((one) => textOf(one, 'document', 'name') ?? '')
    : (textOf(service, 'required_documents') ?? '').split(';');
  const documents = texts.map((text) => plainLine(text)).filter((text) => text !== '');
  if (documents.length === 0) return { kind: 'unknown' };
  if (documents.every((text) => /^(none|no documents?( (are )?(needed|required))?)\.?$/i.test(text)))
    return { kind: 'none' };
  return { kind: 'listed', documents: documents.flatMap((text) => splitText(text, 200)).slice(0, 30) };
}

/** How to ask: the service's own number, address and site before those of its place, before those of its organisation. */
export function convertContact(
  service: HsdsRecord,
  record: string,
  problems: Problems,
): { contact: Contact; places: Map<string, Place> } {
  const at = listOf(service, 'service_at_locations');
  const owners = [
    service,
    ...at,
    ...at.map((place) => childOf(place, 'location')),
    childOf(service, 'organization'),
  ].filter((one) => one !== undefined);
  const contact: Contact = {};
  const places = new Map<string, Place>();

  const take = (
    name: keyof Contact,
    fields: string[],
    tidy: (text: string) => string | undefined,
    what: string,
  ) => {
    for (const owner of owners) {
      const field = fieldOf(owner, ...fields);
      const text = field === undefined ? '' : (textOf(owner, field) ?? '');
      if (field === undefined || isNothing(text)) continue;
      const value = tidy(text);
      if (value === undefined) {
        problems.notice({
          code: 'left-out-value',
          ...placeOf(owner, field),
          record,
          message: `“${shorten(text, 60)}” is not ${what}, so it is left out`,
          advice: 'Correct it in your system.',
        });
        continue;
      }
      contact[name] = value;
      places.set(`/contact/${name}`, placeOf(owner, field));
      return;
    }
  };
  take('email', ['email'], tidyEmail, 'an e-mail address');
  take('url', ['url', 'website'], tidyUrl, 'an address on the web');
  for (const owner of owners) {
    const phone = phoneOf(owner);
    if (phone === undefined) continue;
    contact.phone = phone.number;
    places.set('/contact/phone', phone.place);
    break;
  }
  return { contact, places };
}

function phoneOf(owner: HsdsRecord): { number: string; place: Place } | undefined {
  const phones = listOf(owner, 'phones').filter(
    (phone) => !/fax|tty|tdd/i.test(textOf(phone, 'type') ?? '') && !isPrivate(phone),
  );
  for (const phone of phones) {
    const number = tidyPhone(textOf(phone, 'number') ?? '');
    const extension = textOf(phone, 'extension');
    if (number !== undefined)
      return {
        number: shorten(extension === undefined ? number : `${number} ext. ${extension}`, 60),
        place: placeOf(phone, 'number'),
      };
  }
  const number = tidyPhone(textOf(owner, 'phones', 'phone') ?? '');
  return number === undefined
    ? undefined
    : { number, place: placeOf(owner, fieldOf(owner, 'phones', 'phone')) };
}

function isPrivate(phone: HsdsRecord): boolean {
  // here a flag about phones counts too, which `privateFlagOf` leaves to us
  return (
    privateFlagOf(phone) !== undefined ||
    /^(1|true|yes)$/i.test(textOf(phone, 'phone_is_private', 'is_private') ?? '')
  );
}
