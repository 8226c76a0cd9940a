import { ALARM_MINUTES, AlarmMinutes, MakeCalendarFile } from '@homeward/contracts/calendar';
import type { Translate } from '@homeward/i18n';
import type { Fault } from '../form/fault.ts';

export const MOST_WORD = 60;

/** What rings when: no alarm, and each that may be chosen. */
export const alarmOptions = (t: Translate) => [
  { value: '', label: t('reminder.alarmNone') },
  ...ALARM_MINUTES.map((minutes) => ({ value: String(minutes), label: t(`reminder.alarm${minutes}`) })),
];

interface ReminderForm {
  word: string;
  alarm: string;
  faults: Fault[];
  /** What is asked for, when nothing is wrong. */
  wish: Pick<MakeCalendarFile, 'word' | 'alarmMinutes'> | undefined;
}

/** Reads the form for a person's own calendar file. An alarm that is not offered is none. */
export function readReminderForm(form: URLSearchParams, t: Translate): ReminderForm {
  const [word, alarm] = [form.get('word') ?? '', form.get('alarm') ?? ''];
  const parsed = MakeCalendarFile.shape.word.safeParse(word);
  if (!parsed.success)
    return {
      word,
      alarm,
      faults: [{ field: 'word', message: t('reminder.errorWord', { max: MOST_WORD }) }],
      wish: undefined,
    };
  const minutes = AlarmMinutes.safeParse(alarm === '' ? undefined : Number(alarm));
  return {
    word,
    alarm,
    faults: [],
    wish: { word: parsed.data, ...(minutes.success && { alarmMinutes: minutes.data }) },
  };
}
