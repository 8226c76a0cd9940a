import { expect, test } from 'vitest';
import { placeOf } from './place.ts';

test.each([
  ['/th/listings/1', { locale: 'th', path: '/listings/1', named: true, isPrivate: false }],
  ['/en', { locale: 'en', path: '/', named: true, isPrivate: false }],
  ['/en/', { locale: 'en', path: '/', named: true, isPrivate: false }],
  ['/id/account/keep', { locale: 'id', path: '/account/keep', named: true, isPrivate: true }],
  ['/id/appointments', { locale: 'id', path: '/appointments', named: true, isPrivate: true }],
  ['/id/care', { locale: 'id', path: '/care', named: true, isPrivate: true }],
  ['/id/admin/people', { locale: 'id', path: '/admin/people', named: true, isPrivate: true }],
  ['/id/admin/codes', { locale: 'id', path: '/admin/codes', named: true, isPrivate: true }],
  ['/id/groups', { locale: 'id', path: '/groups', named: true, isPrivate: true }],
  ['/id/offers/1', { locale: 'id', path: '/offers/1', named: true, isPrivate: true }],
  ['/id/counsellors/1/weeks', { locale: 'id', path: '/counsellors/1/weeks', named: true, isPrivate: true }],
  ['/id/counsellors/1', { locale: 'id', path: '/counsellors/1', named: true, isPrivate: false }],
  ['/id/careers', { locale: 'id', path: '/careers', named: true, isPrivate: false }],
  ['/care', { locale: 'th', path: '/care', named: false, isPrivate: true }],
  ['/fr/listings', { locale: 'th', path: '/fr/listings', named: false, isPrivate: false }],
  ['/', { locale: 'th', path: '/', named: false, isPrivate: false }],
])('%s', (path, place) => {
  expect(placeOf(path, 'th')).toEqual(place);
});
