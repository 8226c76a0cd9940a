import { expect, test } from 'vitest';
import { MOST_FORM_BYTES, readForm } from './read-form.ts';

const FORM = 'application/x-www-form-urlencoded';
const post = (body: BodyInit, type: string | null = FORM) => {
  const request = new Request('http://portal.example/', { method: 'POST', body });
  if (type === null) request.headers.delete('content-type');
  else request.headers.set('content-type', type);
  return request;
};

test('the fields of a form are read, in any script', async () => {
  const form = await readForm(post('name=%E0%B8%99%E0%B8%81&empty=&a=1&a=2', `${FORM}; charset=UTF-8`));
  expect([form.get('name'), form.get('empty'), form.getAll('a')]).toEqual(['นก', '', ['1', '2']]);
});

test.each(['multipart/form-data; boundary=x', 'application/json', 'text/plain', null])(
  'a body of type %s is refused',
  async (type) => {
    await expect(readForm(post('a=1', type))).rejects.toThrow('unsupported-media-type');
  },
);

test('a form that is too long is refused, whether it says how long it is or not', async () => {
  const announced = post('a=1');
  announced.headers.set('content-length', String(MOST_FORM_BYTES + 1));
  await expect(readForm(announced)).rejects.toThrow('too-large');
  await expect(readForm(post('x'.repeat(MOST_FORM_BYTES + 1)))).rejects.toThrow('too-large');
});

test('a form of exactly the most is taken, and bytes that are no text become signs that say so', async () => {
  const form = await readForm(post(`a=${'x'.repeat(MOST_FORM_BYTES - 2)}`));
  expect(form.get('a')).toHaveLength(MOST_FORM_BYTES - 2);
  expect((await readForm(post('a=%FF%zz'))).get('a')).toBe('\uFFFD%zz');
});
