const ALIASES: Record<string, string> = {
  mandarin: 'zh',
  'chinese (mandarin)': 'zh',
  cantonese: 'yue',
  'chinese (cantonese)': 'yue',
  tagalog: 'fil',
  pilipino: 'fil',
  'bahasa indonesia': 'id',
  'bahasa melayu': 'ms',
  'bahasa malaysia': 'ms',
  farsi: 'fa',
  dari: 'prs',
  'haitian creole': 'ht',
  myanmar: 'my',
  flemish: 'nl',
  castilian: 'es',
  slovak: 'sk',
  'american sign language': 'ase',
};
const FIRST = 'abcdefghijklmnopqrstuvwxyz';

let names: Map<string, string> | undefined;

/** A language by its BCP 47 tag, ISO code or English name -> its canonical tag, or undefined. */
export function languageTag(text: string): string | undefined {
  const given = text.trim();
  if (/^[a-z]{2,3}([-_][a-z0-9]{2,8})*$/i.test(given)) {
    const tag = canonicalTag(given.replaceAll('_', '-'));
    if (tag !== undefined && new Intl.DisplayNames('en', { type: 'language', fallback: 'none' }).of(tag))
      return tag;
  }
  const name = given.toLowerCase();
  names ??= languageNames();
  return ALIASES[name] ?? names.get(name);
}

function languageNames(): Map<string, string> {
  const display = new Intl.DisplayNames('en', { type: 'language', fallback: 'none' });
  const found = new Map<string, string>();
  for (const a of FIRST) {
    for (const b of FIRST) {
      const name = display.of(a + b);
      const tag = name && canonicalTag(a + b);
      if (name && tag && !found.has(name.toLowerCase())) found.set(name.toLowerCase(), tag);
    }
  }
  return found;
}

function canonicalTag(tag: string): string | undefined {
  try {
    return Intl.getCanonicalLocales(tag)[0];
  } catch {
    return undefined;
  }
}

const SCRIPTS: [RegExp, string][] = [
  [/\p{Script=Thai}/u, 'th'],
  [/\p{Script=Myanmar}/u, 'my'],
  [/\p{Script=Khmer}/u, 'km'],
  [/\p{Script=Lao}/u, 'lo'],
  [/[\p{Script=Hiragana}\p{Script=Katakana}]/u, 'ja'],
  [/\p{Script=Hangul}/u, 'ko'],
  [/\p{Script=Han}/u, 'zh'],
  [/[ơưđạảấầẩẫậắằẳẵặẹẻẽếềểễệỉịọỏốồổỗộớờởỡợụủứừửữựỳỵỷỹ]/iu, 'vi'],
];

/** The language of a text as far as its script tells; undefined for Latin script, which tells nothing. */
export function languageOfScript(text: string): string | undefined {
  return SCRIPTS.find(([script]) => script.test(text))?.[1];
}
