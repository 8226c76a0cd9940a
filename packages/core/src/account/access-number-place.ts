import type { Place } from '../vault/index.ts';

export const accessNumberPlace = (personId: string): Place => ({
  table: 'person',
  column: 'access_number_sealed',
  row: personId,
});
