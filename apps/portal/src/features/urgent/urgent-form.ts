import { BreakGlassReason, MOST_NOTE, OpenBreakGlass } from '@homeward/contracts/break-glass';
import type { Translate } from '@homeward/i18n';
import type { Fault } from '../form/fault.ts';

export interface UrgentForm {
  /** As it was typed. */
  typed: { reference: string; on: string; reason: string; note: string };
  /** Set exactly when there are no faults. */
  wish: { reference: string; on: string; reason: BreakGlassReason; note: string } | undefined;
  faults: Fault[];
}

/** Reads a posted form for opening in an emergency. */
export function readUrgentForm(form: URLSearchParams, t: Translate): UrgentForm {
  const read = (name: string) => (form.get(name) ?? '').replaceAll('\r\n', '\n').trim();
  const typed = { reference: read('reference'), on: read('on'), reason: read('reason'), note: read('note') };
  const messages = {
    reference: t('urgent.errorReference'),
    on: t('urgent.errorOn'),
    reason: t('urgent.errorReason'),
    note: t('urgent.errorNote', { max: MOST_NOTE }),
  };
  const fields = ['reference', 'on', 'reason', 'note'] as const;
  const faults = fields
    .filter((field) => !OpenBreakGlass.shape[field].safeParse(typed[field]).success)
    .map((field) => ({ field, message: messages[field] }));
  const reason = BreakGlassReason.safeParse(typed.reason);
  const wish = faults.length === 0 && reason.success ? { ...typed, reason: reason.data } : undefined;
  return { typed, wish, faults };
}
