export { addPlace } from './add-place.ts';
export { addRoom } from './add-room.ts';
export { changePlace } from './change-place.ts';
export { changeRoom } from './change-room.ts';
export { closePlace } from './close-place.ts';
export { closeRoom } from './close-room.ts';
export { listPlaces } from './list-places.ts';
