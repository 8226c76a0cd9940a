import { CoverManner } from '@homeward/contracts/handover';
import { Id } from '@homeward/contracts/id';
import type { Translate } from '@homeward/i18n';
import type { Fault } from '../form/fault.ts';

/** Which days, whose, and to whom, as the address says it; what has no form is left out. */
export interface CoverWish {
  first: string;
  last: string;
  whose: string | undefined;
  to: string | undefined;
}

const idIn = (fields: URLSearchParams, name: string): string | undefined =>
  Id.safeParse(fields.get(name)).data;

export const readCoverWish = (fields: URLSearchParams): CoverWish => ({
  first: fields.get('first') ?? '',
  last: fields.get('last') ?? '',
  whose: idIn(fields, 'whose'),
  to: idIn(fields, 'to'),
});

/** What is to become of each appointment, by its id: fields `do.<id>`. */
export function readManners(form: URLSearchParams): { id: string; manner: CoverManner }[] {
  return [...form].flatMap(([name, value]) => {
    const [id, manner] = [Id.safeParse(name.slice('do.'.length)), CoverManner.safeParse(value)];
    return name.startsWith('do.') && id.success && manner.success
      ? [{ id: id.data, manner: manner.data }]
      : [];
  });
}

/** The faults of a posted arrangement. */
export function coverFaults(wish: CoverWish, manners: readonly unknown[], t: Translate): Fault[] {
  if (wish.to === undefined) return [{ field: 'to', message: t('handOver.errorWho') }];
  return manners.length === 0 ? [{ field: 'first', message: t('cover.errorNothing') }] : [];
}
