import { LOCALE_INFO, type Locale } from './locale.ts';

/**
 * City names that differ from the last part of the IANA name. Under `en` stand cities that were renamed or that the
 * database spells without their signs; a locale without its own name uses them.
 */
const CITIES: Readonly<Record<Locale, Readonly<Record<string, string>>>> = {
  en: {
    'Asia/Ho_Chi_Minh': 'Ho Chi Minh City',
    'Asia/Saigon': 'Ho Chi Minh City',
    'Asia/Rangoon': 'Yangon',
    'Asia/Calcutta': 'Kolkata',
    'Asia/Katmandu': 'Kathmandu',
    'Europe/Kiev': 'Kyiv',
    'America/Sao_Paulo': 'São Paulo',
    UTC: 'UTC',
  },
  id: {
    'Asia/Singapore': 'Singapura',
    'Asia/Ho_Chi_Minh': 'Kota Ho Chi Minh',
    'Asia/Saigon': 'Kota Ho Chi Minh',
    'Asia/Tokyo': 'Tokyo',
    'Asia/Riyadh': 'Riyadh',
  },
  th: {
    'Asia/Bangkok': 'กรุงเทพฯ',
    'Asia/Jakarta': 'จาการ์ตา',
    'Asia/Makassar': 'มากัสซาร์',
    'Asia/Jayapura': 'จายาปุระ',
    'Asia/Kuala_Lumpur': 'กัวลาลัมเปอร์',
    'Asia/Singapore': 'สิงคโปร์',
    'Asia/Manila': 'มะนิลา',
    'Asia/Ho_Chi_Minh': 'โฮจิมินห์',
    'Asia/Saigon': 'โฮจิมินห์',
    'Asia/Phnom_Penh': 'พนมเปญ',
    'Asia/Vientiane': 'เวียงจันทน์',
    'Asia/Yangon': 'ย่างกุ้ง',
    'Asia/Rangoon': 'ย่างกุ้ง',
    'Asia/Shanghai': 'เซี่ยงไฮ้',
    'Asia/Hong_Kong': 'ฮ่องกง',
    'Asia/Taipei': 'ไทเป',
    'Asia/Dubai': 'ดูไบ',
    'Asia/Tokyo': 'โตเกียว',
    'Asia/Seoul': 'โซล',
    'Asia/Kolkata': 'โกลกาตา',
    'Asia/Calcutta': 'โกลกาตา',
    'Asia/Kathmandu': 'กาฐมาณฑุ',
    'Asia/Katmandu': 'กาฐมาณฑุ',
    'Asia/Dhaka': 'ธากา',
    'Europe/London': 'ลอนดอน',
    'America/New_York': 'นิวยอร์ก',
  },
};

/** The city that an IANA zone is named after, in the reader's words: `Asia/Jakarta` is Jakarta. */
export function zoneCity(locale: Locale, zone: string): string {
  return CITIES[locale][zone] ?? CITIES.en[zone] ?? (zone.split('/').at(-1) ?? zone).replaceAll('_', ' ');
}

/** What a zone is ahead of UTC at an instant (ISO 8601), as `UTC+7`. Throws RangeError for a zone that is none. */
function zoneOffset(zone: string, instant: string): string {
  const parts = new Intl.DateTimeFormat('en', { timeZone: zone, timeZoneName: 'shortOffset' }).formatToParts(
    new Date(instant),
  );
  return (parts.find((part) => part.type === 'timeZoneName')?.value ?? '').replace('GMT', 'UTC');
}

/** The zone's city and its difference: `Jakarta (UTC+7)`. */
export function zoneCityAndOffset(locale: Locale, zone: string, instant: string): string {
  return `${zoneCity(locale, zone)} (${zoneOffset(zone, instant)})`;
}

/** Zone names sort by what the reader sees. */
export function byZoneCity(locale: Locale): (a: string, b: string) => number {
  const collator = new Intl.Collator(LOCALE_INFO[locale].formatTag);
  return (a, b) => collator.compare(zoneCity(locale, a), zoneCity(locale, b));
}
