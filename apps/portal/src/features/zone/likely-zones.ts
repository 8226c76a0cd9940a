import type { Locale } from '@homeward/i18n';

/** One clock of the region, with the country it is in. */
export interface LikelyZone {
  readonly zone: string;
  readonly country: string;
}

const BANGKOK = { zone: 'Asia/Bangkok', country: 'TH' };
const JAKARTA = { zone: 'Asia/Jakarta', country: 'ID' };
const MAKASSAR = { zone: 'Asia/Makassar', country: 'ID' };
const JAYAPURA = { zone: 'Asia/Jayapura', country: 'ID' };
const HO_CHI_MINH = { zone: 'Asia/Ho_Chi_Minh', country: 'VN' };
const PHNOM_PENH = { zone: 'Asia/Phnom_Penh', country: 'KH' };
const VIENTIANE = { zone: 'Asia/Vientiane', country: 'LA' };
const YANGON = { zone: 'Asia/Yangon', country: 'MM' };
const KUALA_LUMPUR = { zone: 'Asia/Kuala_Lumpur', country: 'MY' };
const SINGAPORE = { zone: 'Asia/Singapore', country: 'SG' };
const MANILA = { zone: 'Asia/Manila', country: 'PH' };
const SHANGHAI = { zone: 'Asia/Shanghai', country: 'CN' };

const LIKELY: Readonly<Record<Locale, readonly LikelyZone[]>> = {
  en: [
    BANGKOK,
    YANGON,
    PHNOM_PENH,
    VIENTIANE,
    HO_CHI_MINH,
    JAKARTA,
    KUALA_LUMPUR,
    SINGAPORE,
    MANILA,
    SHANGHAI,
  ],
  id: [JAKARTA, MAKASSAR, JAYAPURA, KUALA_LUMPUR, SINGAPORE, PHNOM_PENH, BANGKOK, YANGON, MANILA],
  th: [BANGKOK, YANGON, PHNOM_PENH, VIENTIANE, HO_CHI_MINH, KUALA_LUMPUR, SINGAPORE, SHANGHAI],
};

/** Where readers of this language are likely to be: a short list to choose from, in which nothing is chosen. */
export const likelyZones = (locale: Locale): readonly LikelyZone[] => LIKELY[locale];
