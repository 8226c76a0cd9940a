import { describe, expect, it } from 'vitest';
import { LOCALES, type Locale } from './locale.ts';
import { MESSAGES, type MessageKey } from './messages.ts';
import { renderUpdateMessage } from './update-message.ts';

/** Words of the field, of places and of time, in each language: whoever reads one of them over a shoulder learns something. */
const WORDS: Record<Locale, RegExp> = {
  en: /traffick|scam|surviv|victim|rescue|counsel|therap|appointment|meeting|session|book|ngo|foundation|shelter|safe ?house|help|support|case|work|job|course|account|portal|homeward|Myanmar|Burma|Cambodia|Laos|Thai|Indonesia|Philippin|KK Park|Myawaddy|Sihanouk|police|court|embassy|debt|today|tomorrow|o.clock|monday|tuesday|wednesday|thursday|friday|saturday|sunday/i,
  id: /perdagangan|penipuan|korban|penyintas|konselor|konseling|terapi|janji|temu|pertemuan|sesi|yayasan|lembaga|LSM|rumah aman|penampungan|bantuan|dukungan|kasus|kerja|kursus|akun|portal|homeward|Myanmar|Kamboja|Laos|Thailand|Filipina|polisi|pengadilan|kedutaan|utang|hari ini|besok|pukul|jam |senin|selasa|rabu|kamis|jumat|sabtu|minggu/i,
  th: /ค้ามนุษย์|หลอกลวง|แก๊ง|เหยื่อ|ผู้เสียหาย|ผู้รอดชีวิต|ที่ปรึกษา|ปรึกษา|บำบัด|นัด|พบ|มูลนิธิ|องค์กร|เอ็นจีโอ|บ้านพัก|ที่พักพิง|ช่วยเหลือ|คดี|งาน|คอร์ส|บัญชี|เมียนมา|พม่า|กัมพูชา|ลาว|อินโดนีเซีย|ฟิลิปปินส์|ตำรวจ|ศาล|สถานทูต|หนี้|วันนี้|พรุ่งนี้|โมง|จันทร์|อังคาร|พุธ|พฤหัส|ศุกร์|เสาร์|อาทิตย์/,
};

const CODE_WORDS = [null, 'river', 'แม่น้ำ', 'မြစ်', '海', 'สวัสดี มะลิ', "l'eau", 'x'.repeat(40)];
const HOSTILE = [
  'a\r\nBcc: someone@example.org',
  'a\nSubject: Your appointment',
  '{codeWord}',
  "'{subject}'",
  '{count, plural, other {#}}',
  '<b>a</b>',
  '\u202eevil\u2066',
  'a\u2028b\u2029c\u0000d\u0085e',
  '',
  '  ',
  '=1+1',
  '\ud800',
  'y'.repeat(5000),
];

const channels = ['email', 'sms'] as const;
const every = LOCALES.flatMap((locale) => channels.map((channel) => [locale, channel] as const));
const partsOf = (message: ReturnType<typeof renderUpdateMessage>): string[] =>
  Object.entries(message).flatMap(([name, value]) => (name === 'channel' ? [] : [value]));

describe.each(every)('the %s message by %s', (locale, channel) => {
  const render = (codeWord: string | null) => renderUpdateMessage({ locale, channel, codeWord });
  const plain = partsOf(render(null)).join('\n');

  it('names no person, place, organisation or time, and has no word of the field and no link', () => {
    expect(plain).not.toMatch(WORDS[locale]);
    expect(plain).not.toMatch(WORDS.en);
    expect(plain).not.toMatch(/\p{Nd}|https?:|www\.|@|\.(?:org|com|net)/iu);
  });

  it.each(CODE_WORDS)('says beside that only the word that the person chose: %s', (codeWord) => {
    const { text } = render(codeWord);
    const without = codeWord === null ? text : text.replace(codeWord, '');
    expect(codeWord === null || text.includes(codeWord)).toBe(true);
    expect(without).not.toMatch(WORDS[locale]);
    expect(without).not.toMatch(/\p{Nd}/u);
  });

  it.each(HOSTILE)('lets a word do nothing but stand there: %j', (codeWord) => {
    const message = render(codeWord);
    const { text, ...around } = message;
    const { text: _text, ...plainAround } = render(null);
    expect(around).toEqual(plainAround);
    for (const part of partsOf(message)) {
      expect(part).not.toMatch(/[\p{Cc}\p{Zl}\p{Zp}\u202a-\u202e\u2066-\u2069]/u);
      expect([...part].length).toBeLessThan(120);
    }
    expect(text.length).toBeGreaterThan(0);
  });
});

it('reads every text that leaves: each key of the group is rendered above', () => {
  const keys = (Object.keys(MESSAGES.en) as MessageKey[]).filter((key) => key.startsWith('update.'));
  expect(keys.sort()).toEqual(['update.body', 'update.bodyWithWord', 'update.sender', 'update.subject']);
});

it('would notice: the words that it looks for are found where they stand', () => {
  expect('You have an appointment with a counsellor').toMatch(WORDS.en);
  expect('Anda punya janji temu dengan konselor').toMatch(WORDS.id);
  expect('คุณมีนัดกับที่ปรึกษา').toMatch(WORDS.th);
});
