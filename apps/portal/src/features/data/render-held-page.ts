import type { HeldData } from '@homeward/contracts/held-data';
import {
  type Formats,
  isMessageKey,
  LOCALE_INFO,
  type Locale,
  type MessageKey,
  type Translate,
} from '@homeward/i18n';

interface Words {
  locale: Locale;
  t: Translate;
  formats: Formats;
  /** The zone that the person sees times in. */
  zone: string;
}

type Value = HeldData['tables'][number]['rows'][number][string];

const STYLE =
  'body{font:1.1rem/1.5 sans-serif;max-width:44rem;margin:2rem auto;padding:0 1rem}dl{border-top:1px solid #999;padding-top:.6rem}dt{font-weight:bold}dd{margin:0 0 .4rem;overflow-wrap:anywhere}';

/** Everything held, as a page of its own: no script, nothing from elsewhere, no word of what this place is. */
export function renderHeldPage({ madeAt, tables }: HeldData, words: Words): string {
  const { locale, t } = words;
  const parts = tables.flatMap(({ name, rows }) => {
    const heading = labelOf(name, t);
    const lists = rows.map((row) => renderRow(row, words)).filter((list) => list !== '');
    return heading === undefined || lists.length === 0 ? [] : [`<h2>${escapeHtml(heading)}</h2>`, ...lists];
  });
  return [
    `<!doctype html><html lang="${locale}" dir="${LOCALE_INFO[locale].direction}"><head><meta charset="utf-8">`,
    '<meta name="viewport" content="width=device-width, initial-scale=1"><meta name="robots" content="noindex">',
    `<title>${escapeHtml(t('private.title'))}</title><style>${STYLE}</style></head><body>`,
    `<h1>${escapeHtml(t('held.title'))}</h1><p>${escapeHtml(t('held.made', { when: say(madeAt, words) }))}</p>`,
    ...parts,
    `<p>${escapeHtml(t('held.more'))}</p></body></html>`,
  ].join('\n');
}

/** What people have a word for; the rest (ids, and dates of ours) is in the file for computers. */
function renderRow(row: Record<string, Value>, words: Words): string {
  const lines = Object.entries(row).flatMap(([column, value]) => {
    const label = labelOf(column, words.t);
    if (label === undefined || value === null) return [];
    return [`<dt>${escapeHtml(label)}</dt><dd dir="auto">${renderValue(value, words)}</dd>`];
  });
  return lines.length === 0 ? '' : `<dl>${lines.join('')}</dl>`;
}

function renderValue(value: Value, words: Words): string {
  if (Array.isArray(value)) return value.map((one) => renderValue(one, words)).join(', ');
  if (typeof value === 'object' && value !== null) return renderRow(value, words);
  return escapeHtml(say(value, words));
}

const WORDS: Record<string, MessageKey> = {
  'in-person': 'modality.in-person',
  video: 'modality.video',
  phone: 'modality.phone',
  booked: 'appointment.statusBooked',
  cancelled: 'appointment.statusCancelled',
  fulfilled: 'appointment.statusOver',
  noshow: 'appointment.statusOver',
};

function say(value: Value, { t, formats, zone }: Words): string {
  const text = String(value);
  const word = Object.hasOwn(WORDS, text) ? WORDS[text] : undefined;
  if (word !== undefined) return t(word as 'modality.video'); // none of these takes arguments
  if (!/^\d{4}-\d\d-\d\dT[\d:.]+Z$/.test(text)) return text;
  const day = new Intl.DateTimeFormat('sv', { timeZone: zone }).format(new Date(text));
  return `${formats.date(day)}, ${formats.clock(text, zone)}`;
}

/** The message for a table or a column of the register; `call_me_sealed` is `held.callMe`. */
function labelOf(name: string, t: Translate): string | undefined {
  const key = `held.${name.replace(/_sealed$/, '').replace(/_(\w)/g, (_, letter: string) => letter.toUpperCase())}`;
  return isMessageKey(key) ? t(key as 'held.title') : undefined; // none of these takes arguments
}

const escapeHtml = (text: string): string =>
  text.replace(/[&<>"']/g, (character) => `&#${character.charCodeAt(0)};`);
