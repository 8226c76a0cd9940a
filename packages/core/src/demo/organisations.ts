import type { CreateOrganisation } from '@homeward/contracts/organisation';

/** Made up, each of them, and shown as such. */
export const DEMO_ORGANISATIONS = {
  'open-door': {
    name: 'Open Door Foundation · มูลนิธิประตูเปิด',
    country: 'TH',
    website: 'https://open-door.example',
  },
  'tangan-kita': { name: 'Tangan Kita', country: 'ID', website: 'https://tangan-kita.example' },
  harbour: { name: 'Harbour Network · 港湾互助', country: 'MY', website: 'https://harbour.example' },
  'nha-yen': { name: 'Nhà Yên', country: 'VN', website: 'https://nha-yen.example' },
} as const satisfies Record<string, CreateOrganisation>;

export type DemoOrganisation = keyof typeof DEMO_ORGANISATIONS;
