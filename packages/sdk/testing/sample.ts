import type { Service, ServiceBody } from '@homeward/sdk';

export const serviceBody: ServiceBody = {
  title: { en: 'Legal advice' },
  description: { en: 'Free advice for people who came home.' },
  country: 'TH',
  location: { visibility: 'contact-first' },
};

export function serviceAnswer(externalId: string): Service {
  return {
    ...serviceBody,
    originalLanguage: 'en',
    topics: [],
    languages: [],
    delivery: [],
    cost: { kind: 'unknown' },
    papers: { kind: 'unknown' },
    contact: {},
    id: '01935bd0-0000-7000-8000-000000000000',
    externalId,
    status: 'published',
    url: '/en/listings/01935bd0-0000-7000-8000-000000000000',
    createdAt: '2026-11-24T09:00:00.000Z',
    updatedAt: '2026-11-24T09:00:00.000Z',
  };
}
