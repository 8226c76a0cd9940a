import type { Place } from '../vault/index.ts';

export const receiptNumberPlace = (personId: string): Place => ({
  table: 'erasure_request',
  column: 'receipt_number_sealed',
  row: personId,
});
