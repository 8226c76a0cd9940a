import type { Translate } from '@homeward/i18n';
import type { Fault } from '../form/fault.ts';
import type { RowFault } from './hours-form.ts';

const FIELD = {
  day: 'day',
  from: 'from',
  to: 'to',
  order: 'to',
  overlap: 'from',
  validFrom: 'validFrom',
  validUntil: 'validUntil',
  dates: 'validUntil',
  way: 'modality',
  place: 'place',
} as const;

/** Faults of rows in the reader's language; rows are counted from 1 there. */
export const hoursFaults = (faults: readonly RowFault[], t: Translate): Fault[] =>
  faults.map((fault) => ({ field: `${FIELD[fault.code]}-${fault.row}`, message: words(fault, t) }));

function words({ row: index, code, other = 0 }: RowFault, t: Translate): string {
  const row = index + 1;
  switch (code) {
    case 'day':
      return t('care.hoursErrorDay', { row });
    case 'from':
      return t('care.hoursErrorFrom', { row });
    case 'to':
      return t('care.hoursErrorTo', { row });
    case 'order':
      return t('care.hoursErrorOrder', { row });
    case 'validFrom':
    case 'validUntil':
      return t('care.hoursErrorDate', { row });
    case 'dates':
      return t('care.hoursErrorDates', { row });
    case 'way':
      return t('care.hoursErrorWay', { row });
    case 'place':
      return t('care.hoursErrorPlace', { row });
    case 'overlap':
      return t('care.hoursErrorOverlap', { row, other: other + 1 });
  }
}
