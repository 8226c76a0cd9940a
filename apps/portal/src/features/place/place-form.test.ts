import { translator } from '@homeward/i18n';
import { expect, test } from 'vitest';
import { readPlaceForm, readRoomForm } from './place-form.ts';

const t = translator('en');
const place = (text: string) => readPlaceForm(new URLSearchParams(text), t);
const room = (text: string) => readRoomForm(new URLSearchParams(text), t);
const fieldsOf = ({ faults }: { faults: { field: string }[] }) => faults.map(({ field }) => field);

test('a place needs a name and a town; the way there may come later', () => {
  expect(place('name=House&area=%20Medan%20&address=').place).toEqual({
    name: 'House',
    area: 'Medan',
    address: '',
  });
  expect(place('name=House&area=Medan&address=First%0D%0ASecond').place?.address).toBe('First\nSecond');
  expect(fieldsOf(place(''))).toEqual(['name', 'area']);
  expect(fieldsOf(place(`name=House&area=Medan&address=${'x'.repeat(1001)}`))).toEqual(['address']);
});

test('a room needs a name, and at least two seats', () => {
  expect(room('name=Blue&seats=4').room).toEqual({ name: 'Blue', seats: 4 });
  expect(fieldsOf(room('name=&seats=1'))).toEqual(['name-new', 'seats-new']);
  for (const seats of ['', '501', '2.5', 'two'])
    expect(fieldsOf(room(`name=Blue&seats=${seats}&room=7`)), seats).toEqual(['seats-7']);
});
