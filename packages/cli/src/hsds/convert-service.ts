import type { Closed, Draft, Kind } from '../listing/draft.ts';
import type { Place, Problems } from '../problem/problem.ts';
import { placeOf } from '../reading/origin.ts';
import { countryCode } from '../tidy/country.ts';
import { languageOfScript, languageTag } from '../tidy/language.ts';
import { plainLine, plainText } from '../tidy/plain-text.ts';
import { shorten } from '../tidy/shorten.ts';
import { guessTopics } from '../tidy/topics.ts';
import { convertLocation } from './convert-location.ts';
import { convertContact, convertCost, convertPapers } from './convert-terms.ts';
import { childOf, fieldOf, type HsdsRecord, listOf, textOf } from './record.ts';

export interface ConvertOptions {
  kind: Kind;
  /** Of the texts; guessed by script when absent. */
  language: string | undefined;
  /** `2026-11-24`: prices that ended before are left out. */
  today: string;
  /** False when the file has no organisations at all, so that none can be looked up. */
  hasOrganizations: boolean;
}

/** One HSDS service -> a listing; undefined when it has a fault, which is told. */
export function convertService(
  service: HsdsRecord,
  options: ConvertOptions,
  problems: Problems,
): Draft | { closed: Closed } | undefined {
  const id = textOf(service, 'id');
  const title = plainLine(textOf(service, 'name') ?? '');
  const record = title === '' ? (id ?? '') : title;
  const place = { ...placeOf(service), field: undefined };
  const fault = (
    code: 'no-id' | 'empty-value' | 'dangling-reference',
    field: string,
    message: string,
    advice: string,
  ) => {
    problems.fault({ code, ...placeOf(service, field), record, message, advice });
    return undefined;
  };
  if (id === undefined)
    return fault('no-id', 'id', 'it has no id', 'Give each service its own id, and keep it.');
  const status = textOf(service, 'status') ?? 'active';
  if (/^(inactive|defunct|temporarily closed)$/i.test(status)) {
    problems.notice({
      code: 'not-active',
      ...placeOf(service, 'status'),
      record,
      message: `its status is “${status}”, so it is not published`,
      advice: 'Nothing to do.',
    });
    return { closed: { kind: options.kind, externalId: id, place } };
  }
  if (title === '') return fault('empty-value', 'name', 'its name is empty', 'Give it a name.');
  const description = plainText(textOf(service, 'description') ?? '');
  if (description === '')
    return fault(
      'empty-value',
      'description',
      'its description is empty',
      'Say in a sentence or two what is offered.',
    );
  const organization = childOf(service, 'organization');
  const organizationId = textOf(service, 'organization_id');
  if (organization === undefined && organizationId !== undefined && options.hasOrganizations) {
    return fault(
      'dangling-reference',
      'organization_id',
      `${organizationId} is none of the organisations in these files`,
      'Add the organisation, or correct the id.',
    );
  }
  const where = convertLocation(service, record, problems);
  if (where === undefined) return undefined;

  const language = options.language ?? languageOfScript(title + description) ?? 'en';
  const { contact, places } = convertContact(service, record, problems);
  const provider = plainLine(textOf(organization, 'name') ?? textOf(service, 'organization_name') ?? '');
  const country = where.country ?? countryCode(textOf(organization, 'country') ?? '');
  const sources = new Map<string, Place>([
    ['/title', placeOf(service, 'name')],
    ['/description', placeOf(service, 'description')],
    [
      '/provider',
      placeOf(organization ?? service, organization === undefined ? 'organization_name' : 'name'),
    ],
    ['/cost', placeOf(service, fieldOf(service, 'fees_description', 'fees') ?? 'cost_options')],
    ['/papers', placeOf(service, 'required_documents')],
    ['/languages', placeOf(service, 'languages')],
    ...where.places,
    ...places,
  ]);
  return {
    kind: options.kind,
    externalId: id,
    place,
    sourceOf: (pointer) => sources.get(pointer),
    body: {
      title: { [language]: title },
      description: { [language]: wholeDescription(service, description) },
      ...(provider === '' ? {} : { provider: shorten(provider, 200) }),
      ...(country === undefined ? {} : { country }),
      topics: topicsOf(service, title, description, provider),
      languages: languagesOf(service, record, problems),
      delivery: where.delivery,
      cost: convertCost(service, options.today),
      papers: convertPapers(service),
      location: where.location,
      contact,
    },
  };
}

/** What a person must know besides: for whom it is, how to ask for it, what has changed. */
function wholeDescription(service: HsdsRecord, description: string): string {
  const fields = [
    'eligibility_description',
    'eligibility',
    'application_process',
    'additional_information',
    'alert',
  ];
  const more = fields
    .map((field) => plainText(textOf(service, field) ?? ''))
    .filter((text) => text.length > 15 && !description.includes(text));
  const whole = [description, ...new Set(more)].join('\n\n');
  return whole.length <= 10_000 ? whole : description;
}

function topicsOf(service: HsdsRecord, title: string, description: string, provider: string) {
  const terms = listOf(service, 'attributes').map(
    (attribute) => textOf(childOf(attribute, 'taxonomy_term'), 'name') ?? '',
  );
  const names = [
    title,
    textOf(service, 'alternate_name') ?? '',
    ...terms,
    ...(textOf(service, 'keywords') ?? '').split(','),
  ];
  // whoever is called "Legal Aid" gives legal help, whatever the service is called
  const isLegal =
    /\blegal (aid|services?|assistance)\b|\blaw (program|firm|center|centre)\b/i.test(provider) ||
    /\blegal (advice|aid|assistance|representation|services|help)\b/i.test(description);
  return guessTopics(isLegal ? [...names, 'legal'] : names);
}

function languagesOf(service: HsdsRecord, record: string, problems: Problems): string[] {
  const own = listOf(service, 'languages');
  const there = listOf(service, 'service_at_locations').flatMap((place) =>
    listOf(childOf(place, 'location'), 'languages'),
  );
  const rows = own.length > 0 ? own : there;
  const tags = rows.map((row) => {
    const tag = languageTag(textOf(row, 'code') ?? '') ?? languageTag(textOf(row, 'name', 'language') ?? '');
    if (tag === undefined) tellUnknown(row, textOf(row, 'name', 'language', 'code') ?? '', record, problems);
    return tag;
  });
  const listed = (textOf(service, 'languages') ?? '')
    .split(/[,;]/)
    .map((name) => (name.trim() === '' ? undefined : languageTag(name)));
  return [...new Set([...tags, ...listed].filter((tag) => tag !== undefined))];
}

function tellUnknown(row: HsdsRecord, name: string, record: string, problems: Problems): void {
  problems.notice({
    code: 'left-out-value',
    ...placeOf(row, fieldOf(row, 'code', 'name', 'language')),
    record,
    message: `“${name}” is no language that is known here, so it is left out`,
    advice: 'Use its ISO code, such as th.',
  });
}
