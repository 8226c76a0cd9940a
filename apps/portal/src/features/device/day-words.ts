import type { Formats, Translate } from '@homeward/i18n';

/** The day of an instant in words that fit into a sentence: `today`, or `on Tuesday 3 November`. */
export function usedWords(
  { used, now, zone }: { used: string; now: string; zone: string },
  t: Translate,
  formats: Formats,
): string {
  const day = formats.longDay(used, zone);
  return day === formats.longDay(now, zone) ? t('devices.today') : t('devices.onDay', { day });
}
