import { CountryCode, LanguageTag } from '@homeward/contracts/language';
import { Line, WebAddress } from '@homeward/contracts/text';
import { z } from '@hono/zod-openapi';

// What is sent is strict, so that a misspelt member is refused; what is answered is open, so that it can grow.
// Hence each object twice, from one list of members.

const currency = z
  .string()
  .regex(/^[A-Z]{3}$/, 'an ISO 4217 code, such as THB')
  .openapi({ description: 'ISO 4217.', example: 'THB' });

const free = { kind: z.literal('free') };
const paid = {
  kind: z.literal('paid'),
  amount: z
    .number()
    .nonnegative()
    .max(1e9)
    .optional()
    .openapi({ description: 'The price, if there is one price.' }),
  currency: currency.optional(),
  note: Line(500)
    .optional()
    .openapi({ description: 'What a price can’t say: a sliding scale, what is included.' }),
};
const unknown = { kind: z.literal('unknown') };
const costText = {
  description: 'Three things, never two: free, paid, or `unknown` when nobody said.',
  example: { kind: 'free' as const },
};
export const CostInput = z
  .discriminatedUnion('kind', [z.strictObject(free), z.strictObject(paid), z.strictObject(unknown)])
  .openapi('CostInput', costText);
export const Cost = z
  .discriminatedUnion('kind', [z.object(free), z.object(paid), z.object(unknown)])
  .openapi('Cost', costText);

const none = { kind: z.literal('none') };
const listed = {
  kind: z.literal('listed'),
  documents: z.array(Line(200)).min(1).max(30).openapi({ description: 'Each paper that is needed.' }),
};
const papersText = {
  description: 'Which papers a person must bring: `none`, those `listed`, or `unknown` when nobody said.',
  example: { kind: 'none' as const },
};
export const PapersInput = z
  .discriminatedUnion('kind', [z.strictObject(none), z.strictObject(listed), z.strictObject(unknown)])
  .openapi('PapersInput', papersText);
export const Papers = z
  .discriminatedUnion('kind', [z.object(none), z.object(listed), z.object(unknown)])
  .openapi('Papers', papersText);

const address = {
  lines: z
    .array(Line(200))
    .min(1)
    .max(4)
    .openapi({ description: 'Street and house, in the order of the country.' }),
  city: Line(120).optional(),
  region: Line(120).optional(),
  postalCode: Line(20).optional(),
  latitude: z.number().min(-90).max(90).optional(),
  longitude: z.number().min(-180).max(180).optional(),
};
const addressText = {
  description: 'Kept with any visibility, shown outside your organisation only with `public`.',
  example: { lines: ['99 Example Road'], city: 'Chiang Mai', postalCode: '50000' },
};
const AddressInput = z.strictObject(address).openapi('AddressInput', addressText);
const Address = z.object(address).openapi('Address', addressText);

const location = {
  visibility: z.enum(['public', 'area', 'contact-first']).openapi({
    description:
      'How the place may be shown. `public`: area and address. `area`: the area only. `contact-first`: neither, people ask first (shelters).',
  }),
  area: Line(120).optional().openapi({ description: 'A town or district.', example: 'Chiang Mai' }),
};
const locationText = {
  description: 'Where it is, and what of that may be shown.',
  example: { visibility: 'area' as const, area: 'Chiang Mai' },
};
export const LocationInput = z
  .strictObject({ ...location, address: AddressInput.optional() })
  .openapi('LocationInput', locationText);
export const Location = z
  .object({ ...location, address: Address.optional() })
  .openapi('Location', locationText);

const contact = {
  phone: Line(60).optional().openapi({ example: '+1 555 0100' }),
  email: z.email().max(254).optional().openapi({ example: 'hello@example.org' }),
  url: WebAddress.optional().openapi({
    description: 'http or https.',
    example: 'https://example.org/counselling',
  }),
};
const contactText = { description: 'How to ask about it. Shown to everybody.' };
export const ContactInput = z.strictObject(contact).openapi('ContactInput', contactText);
export const Contact = z.object(contact).openapi('Contact', contactText);

const course = {
  startsOn: z.iso.date().optional().openapi({ example: '2027-01-11' }),
  hoursTotal: z.number().positive().max(20_000).optional(),
  certificate: Line(200).optional().openapi({ description: 'What a person holds afterwards.' }),
  evening: z.boolean().optional().openapi({ description: 'Whether it can be followed in the evening.' }),
  childcare: z.boolean().optional().openapi({ description: 'Whether children are looked after meanwhile.' }),
};
const courseText = {
  description: 'What only a course has.',
  example: { startsOn: '2027-01-11', hoursTotal: 60 },
};
export const CourseDetailsInput = z.strictObject(course).openapi('CourseDetailsInput', courseText);
export const CourseDetails = z.object(course).openapi('CourseDetails', courseText);

const pay = {
  minimum: z.number().nonnegative().max(1e10),
  maximum: z.number().nonnegative().max(1e10).optional(),
  currency,
  period: z.enum(['hour', 'day', 'week', 'month', 'year']),
};
const job = {
  employer: Line(200).openapi({ description: 'Who would pay the wages.' }),
  occupation: z
    .string()
    .regex(/^\d{1,4}$/, 'an ISCO-08 code of one to four digits')
    .optional()
    .openapi({ description: 'ISCO-08, one to four digits.', example: '5120' }),
  hoursPerWeek: z.number().positive().max(100).optional(),
  accommodation: z.boolean().optional().openapi({ description: 'Whether a place to live comes with it.' }),
  closesOn: z.iso.date().optional().openapi({ description: 'The last day to apply.' }),
};
const jobText = {
  description: 'What only a job has.',
  example: { employer: 'Example Kitchen Cooperative', occupation: '5120', hoursPerWeek: 40 },
};
export const JobDetailsInput = z
  .strictObject({ ...job, pay: z.strictObject(pay).optional() })
  .openapi('JobDetailsInput', jobText);
export const JobDetails = z.object({ ...job, pay: z.object(pay).optional() }).openapi('JobDetails', jobText);

export const topics = z
  .array(
    z.enum([
      'counselling',
      'housing',
      'documents',
      'health',
      'money',
      'debt',
      'legal',
      'family',
      'training',
      'work',
    ]),
  )
  .max(10)
  .openapi({ description: 'What it helps with.', example: ['counselling'] });
export const languages = z
  .array(LanguageTag)
  .max(40)
  .openapi({ description: 'Languages in which it is offered, as BCP 47 tags.', example: ['th', 'en'] });
export const delivery = z
  .array(z.enum(['in-person', 'online', 'phone']))
  .max(3)
  .openapi({ description: 'How it is offered.', example: ['in-person', 'online'] });
export const provider = Line(200).openapi({
  description: 'Who offers it, when it is not your organisation itself.',
  example: 'Example Legal Aid',
});
// Copies: a schema made before this door's library was loaded has no `openapi`.
export const country = CountryCode.clone().openapi({
  description: 'ISO 3166-1 alpha-2, upper case.',
  example: 'TH',
});
export const originalLanguage = LanguageTag.clone().openapi({
  description: 'The language that the other texts are translated from. Without it: the first of the title.',
  example: 'th',
});
export const externalId = Line(200).openapi({
  description: 'Your own id of it, unique within your organisation and kind. Percent-encode it in the path.',
  example: 'counselling-042',
});
