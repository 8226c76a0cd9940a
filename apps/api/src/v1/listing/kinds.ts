import { z } from '@hono/zod-openapi';
import {
  Contact,
  ContactInput,
  Cost,
  CostInput,
  CourseDetails,
  CourseDetailsInput,
  country,
  delivery,
  externalId,
  JobDetails,
  JobDetailsInput,
  Location,
  LocationInput,
  languages,
  originalLanguage,
  Papers,
  PapersInput,
  provider,
  topics,
} from './members.ts';
import { Description, refineTexts, Title } from './texts.ts';

const input = {
  title: Title,
  description: Description,
  originalLanguage: originalLanguage.optional(),
  provider: provider.optional(),
  country,
  topics: topics.default([]),
  languages: languages.default([]),
  delivery: delivery.default([]),
  cost: CostInput.default({ kind: 'unknown' }),
  papers: PapersInput.default({ kind: 'unknown' }),
  location: LocationInput,
  contact: ContactInput.default({}),
};

const output = {
  id: z.uuid().openapi({ description: 'Our id of it.', example: '019a6e2c-5d1f-7c3a-9b52-6f0d8e4a1b77' }),
  externalId,
  status: z.enum(['published', 'paused', 'withdrawn']).openapi({
    description: '`published` is on the portal; `withdrawn` by you; `paused` by the people who run it.',
  }),
  url: z.string().openapi({
    description: 'Where it is on the portal, as long as it is published.',
    example: '/en/listings/019a6e2c-5d1f-7c3a-9b52-6f0d8e4a1b77',
  }),
  title: Title,
  description: Description,
  originalLanguage: originalLanguage.openapi({
    description: 'The language that the others are translated from.',
  }),
  provider: provider.optional(),
  country,
  topics,
  languages,
  delivery,
  cost: Cost,
  papers: Papers,
  location: Location,
  contact: Contact,
  createdAt: z.iso.datetime().openapi({ example: '2026-11-24T09:00:00Z' }),
  updatedAt: z.iso.datetime().openapi({
    description: 'When it last changed; publishing the same again changes nothing.',
    example: '2026-11-24T09:00:00Z',
  }),
};

const serviceExample = {
  title: { th: 'ที่ปรึกษารับฟังโดยไม่ตัดสิน', en: 'A counsellor who listens' },
  description: {
    th: 'พูดคุยกับที่ปรึกษาเป็นภาษาไทย ทางออนไลน์หรือพบกัน ไม่ต้องใช้เอกสาร',
    en: 'Talk with a counsellor in Thai, online or face to face. No papers needed.',
  },
  originalLanguage: 'th',
  country: 'TH',
  topics: ['counselling' as const],
  languages: ['en', 'th'],
  delivery: ['in-person' as const, 'online' as const],
  cost: { kind: 'free' as const },
  papers: { kind: 'none' as const },
  location: { visibility: 'area' as const, area: 'Chiang Mai' },
  contact: { phone: '+1 555 0100', url: 'https://example.org/counselling' },
};
const courseExample = {
  ...serviceExample,
  title: { th: 'เรียนทำขนมอบ', en: 'Baking for beginners' },
  description: { th: 'สิบสองสัปดาห์ มีใบรับรอง', en: 'Twelve weeks, with a certificate.' },
  topics: ['training' as const],
  course: { startsOn: '2027-01-11', hoursTotal: 60, certificate: 'Bakery assistant', childcare: true },
};
const jobExample = {
  ...serviceExample,
  title: { th: 'พนักงานครัว', en: 'Kitchen staff' },
  description: { th: 'ทำงานกลางวัน สัปดาห์ละ 40 ชั่วโมง', en: 'Daytime work, 40 hours a week.' },
  topics: ['work' as const],
  job: {
    employer: 'Example Kitchen Cooperative',
    occupation: '5120',
    pay: { minimum: 15000, currency: 'THB', period: 'month' as const },
    hoursPerWeek: 40,
  },
};
const published = {
  id: '019a6e2c-5d1f-7c3a-9b52-6f0d8e4a1b77',
  externalId: 'counselling-042',
  status: 'published' as const,
  url: '/en/listings/019a6e2c-5d1f-7c3a-9b52-6f0d8e4a1b77',
  createdAt: '2026-11-24T09:00:00Z',
  updatedAt: '2026-11-24T09:00:00Z',
};

const ServiceInput = z
  .strictObject(input)
  .superRefine(refineTexts)
  .openapi('ServiceInput', { description: 'A service to publish.', example: serviceExample });
const CourseInput = z
  .strictObject({ ...input, course: CourseDetailsInput.default({}) })
  .superRefine(refineTexts)
  .openapi('CourseInput', { description: 'A course to publish.', example: courseExample });
const JobInput = z
  .strictObject({ ...input, job: JobDetailsInput })
  .superRefine(refineTexts)
  .openapi('JobInput', { description: 'A job to publish.', example: jobExample });

const Service = z.object(output).openapi('Service', {
  description: 'A service as published.',
  example: { ...published, ...serviceExample },
});
const Course = z
  .object({ ...output, course: CourseDetails })
  .openapi('Course', { description: 'A course as published.', example: { ...published, ...courseExample } });
const Job = z
  .object({ ...output, job: JobDetails })
  .openapi('Job', { description: 'A job as published.', example: { ...published, ...jobExample } });

export type ListingInput = z.output<typeof ServiceInput | typeof CourseInput | typeof JobInput>;
export type V1Listing = z.output<typeof Service | typeof Course | typeof Job>;

/** The three kinds: the same four operations each, on a path and with shapes of their own. */
export const KINDS = [
  { kind: 'service', Name: 'Service', path: '/v1/services', Input: ServiceInput, Output: Service },
  { kind: 'course', Name: 'Course', path: '/v1/courses', Input: CourseInput, Output: Course },
  { kind: 'job', Name: 'Job', path: '/v1/jobs', Input: JobInput, Output: Job },
] as const;
export type ListingKindOfV1 = (typeof KINDS)[number];
