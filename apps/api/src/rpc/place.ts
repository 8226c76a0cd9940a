import {
  addPlace,
  addRoom,
  changePlace,
  changeRoom,
  closePlace,
  closeRoom,
  listPlaces,
} from '@homeward/core/place';
import { asMutation, asQuery, router } from './trpc.ts';

export const place = router({
  list: asQuery(listPlaces),
  add: asMutation(addPlace),
  change: asMutation(changePlace),
  close: asMutation(closePlace),
  addRoom: asMutation(addRoom),
  changeRoom: asMutation(changeRoom),
  closeRoom: asMutation(closeRoom),
});
