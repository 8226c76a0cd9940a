import { AddPlace, AddRoom } from '@homeward/contracts/place';
import type { Translate } from '@homeward/i18n';
import type { Fault } from '../form/fault.ts';
import { readNumber } from '../workplace/read-number.ts';

const PLACE_FIELDS = ['name', 'area', 'address'] as const;
const Room = AddRoom.omit({ placeId: true });

/** Reads a posted place; a fault for each field that does not fit. */
export function readPlaceForm(form: URLSearchParams, t: Translate): { place?: AddPlace; faults: Fault[] } {
  const read = AddPlace.safeParse({
    name: form.get('name') ?? '',
    area: form.get('area') ?? '',
    address: (form.get('address') ?? '').replaceAll('\r\n', '\n').trim(),
  });
  if (read.success) return { place: read.data, faults: [] };
  const wrong = new Set(read.error.issues.map(({ path }) => String(path[0])));
  const faults = PLACE_FIELDS.filter((field) => wrong.has(field)).map((field) => ({
    field,
    message: t(`places.error-${field}`),
  }));
  return { faults };
}

/** Reads a posted room, whose fields end on the id of its form. */
export function readRoomForm(
  form: URLSearchParams,
  t: Translate,
): { room?: { name: string; seats: number }; faults: Fault[] } {
  const suffix = form.get('room') ?? 'new';
  const read = Room.safeParse({ name: form.get('name') ?? '', seats: readNumber(form.get('seats')) });
  if (read.success) return { room: read.data, faults: [] };
  const wrong = new Set(read.error.issues.map(({ path }) => String(path[0])));
  const faults: Fault[] = [];
  if (wrong.has('name')) faults.push({ field: `name-${suffix}`, message: t('places.error-name') });
  if (wrong.has('seats')) faults.push({ field: `seats-${suffix}`, message: t('places.errorSeats') });
  return { faults };
}
