import { describe, expect, it } from 'vitest';
import { Line, Paragraphs } from './text.ts';

const line = (text: string) => Line(200).safeParse(text);
const paragraphs = (text: string) => Paragraphs(200).safeParse(text);

describe('a line', () => {
  it.each([
    ['English', 'Mali’s café'],
    ['Indonesian', 'Kelas menjahit, 3× seminggu'],
    ['Thai, with a zero-width space between words', 'บ้าน\u200bสวน'],
    ['Lao, with one', 'ສະບາຍ\u200bດີ'],
    ['Khmer, with one and a stacked letter', 'ភាសា\u200bខ្មែរ'],
    ['Burmese, with one and a joiner', 'မြန်မာ\u200bစာ\u200d'],
    ['Persian, with a non-joiner', 'می\u200cخواهم'],
    ['Hindi, with a joiner', 'क्\u200dष'],
    ['Vietnamese', 'Tiếng Việt'],
    ['Chinese', '北京，中文。'],
    ['Arabic', 'مرحبا'],
    ['an emoji of several parts', '👩\u200d👩\u200d👧 👩🏽\u200d🌾 ❤️\u200d🔥'],
  ])('keeps what %s needs', (_script, text) => {
    expect(line(text).data).toBe(text.normalize('NFC'));
  });

  it.each([
    ['an override', 'gpj\u202eexe', 'gpjexe'],
    ['isolates that came with a pasted number', '\u2068+66 2 555\u2069', '+66 2 555'],
    ['direction marks', '\u200eabc\u200f', 'abc'],
    ['a zero-width space in Latin letters', 'pay\u200bpal', 'paypal'],
    ['joiners in Latin letters', 'pay\u200cp\u200dal', 'paypal'],
    ['a zero-width space where a line begins', '\u200bก', 'ก'],
    ['a byte-order mark, a soft hyphen, a word joiner', '\ufeffa\u00adb\u2060c', 'abc'],
    ['tags that spell a message', 'a\u{e0068}\u{e0069}', 'a'],
    ['a filler that looks like nothing', 'a\u3164b', 'ab'],
  ])('drops %s', (_what, text, expected) => {
    expect(line(text).data).toBe(expected);
  });

  it.each(['a\u2028b', 'a\u2029b', 'a\nb', 'a\u0085b', 'a\u0000b', '\ud800'])('refuses %j', (text) => {
    expect(line(text).success).toBe(false);
  });

  it('is empty when nobody would see anything', () => {
    for (const text of ['\u200b', '\u202e \u2069', '\ufeff', '\u3164'])
      expect(line(text).success).toBe(false);
  });
});

describe('paragraphs', () => {
  it('keep line breaks and tabs, of other systems too', () => {
    expect(paragraphs('a\r\nb\n\n\tc').data).toBe('a\nb\n\n\tc');
  });

  it.each(['a\u2028b', 'a\u2029b', 'a\u000bb', 'a\u0085b'])('refuse the separator in %j', (text) => {
    expect(paragraphs(text).success).toBe(false);
  });

  it('drop what nobody sees, and keep what a script needs', () => {
    expect(paragraphs('\u202eบ้าน\u200bสวน\npay\u200bpal').data).toBe('บ้าน\u200bสวน\npaypal');
  });
});
