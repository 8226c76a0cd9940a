import { formats, LOCALES, translator } from '@homeward/i18n';
import { strFromU8, unzipSync } from 'fflate';
import { expect, it } from 'vitest';
import { renderHeldPage } from './render-held-page.ts';
import { zipHeldData } from './zip-held-data.ts';

const data = {
  madeAt: '2026-11-24T09:00:00Z',
  tables: [
    {
      name: 'appointment',
      purpose: 'x',
      rows: [
        {
          id: '0192-id-of-ours',
          call_me_sealed: '<script>alert(1)</script> & "Mali\'s"',
          modality: 'phone',
          period: { from: '2026-12-01T03:00:00.000Z', to: '2026-12-01T04:00:00.000Z' },
        },
      ],
    },
    { name: 'safe_contact', purpose: 'x', rows: [] },
  ],
};
const words = (locale: (typeof LOCALES)[number]) => ({
  locale,
  t: translator(locale),
  formats: formats(locale),
  zone: 'Asia/Bangkok',
});

it.each(LOCALES)(
  'is a page in %s that runs nothing, loads nothing and says nothing of what this is',
  (locale) => {
    const page = renderHeldPage(data, words(locale));
    expect(page).toContain(`<html lang="${locale}"`);
    expect(page).not.toMatch(/<script|https?:|src=|href=|Homeward/i);
    expect(page).toContain('&#60;script&#62;alert(1)&#60;/script&#62; &#38; &#34;Mali&#39;s&#34;');
    expect(page).toMatch(/10[:.]00/);
    expect(page).not.toContain('id-of-ours');
  },
);

it('leaves out what there is nothing of', () => {
  expect(renderHeldPage(data, words('en'))).not.toContain('Safe contact');
});

it('is in one file with the same for programs, whole', () => {
  const files = unzipSync(zipHeldData(data, 'page'));
  expect(Object.keys(files).sort()).toEqual(['data.json', 'page.html']);
  expect(JSON.parse(strFromU8(files['data.json'] ?? new Uint8Array()))).toEqual(data);
});
