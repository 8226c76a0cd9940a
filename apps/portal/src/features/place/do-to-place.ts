import { Id } from '@homeward/contracts/id';
import { attempt } from '../../visit/rpc.ts';
import type { Visit } from '../../visit/visit.ts';
import type { Fault } from '../form/fault.ts';
import { readPlaceForm, readRoomForm } from './place-form.ts';

/** `said` goes into the address of the page that follows: a word of ours, and how many appointments are still booked there. */
type Done = { said: string; still?: number } | { faults: Fault[] };

/** Does what a posted form of the page of a place asks for; `not-found` when it is gone. */
export async function doToPlace(visit: Visit, form: URLSearchParams, id: string): Promise<Done | 'gone'> {
  const { t, rpc } = visit;
  const room = Id.safeParse(form.get('room')).data;
  const codes = ['not-found', 'conflict', 'invalid-input'] as const;
  const refused: Done = { faults: [{ field: 'main', message: t('error.general') }] };
  switch (form.get('do')) {
    case 'change': {
      const { place, faults } = readPlaceForm(form, t);
      if (!place) return { faults };
      const changed = await attempt(rpc.place.change.mutate({ id, ...place }), codes);
      return changed.ok ? { said: 'saved' } : 'gone';
    }
    case 'close': {
      const closed = await attempt(rpc.place.close.mutate({ id }), codes);
      return closed.ok ? { said: 'closed', still: closed.value.stillBooked.length } : 'gone';
    }
    case 'add-room':
    case 'change-room': {
      const read = readRoomForm(form, t);
      if (!read.room) return { faults: read.faults };
      const saved = room
        ? await attempt(rpc.place.changeRoom.mutate({ id: room, ...read.room }), codes)
        : await attempt(rpc.place.addRoom.mutate({ placeId: id, ...read.room }), codes);
      return saved.ok ? { said: 'saved' } : refused;
    }
    case 'close-room': {
      if (!room) return refused;
      const closed = await attempt(rpc.place.closeRoom.mutate({ id: room }), codes);
      return closed.ok ? { said: 'room-closed', still: closed.value.stillBooked.length } : refused;
    }
    default:
      return refused;
  }
}
