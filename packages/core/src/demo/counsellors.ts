import type { CreateCounsellor, WeeklyRule } from '@homeward/contracts/counsellor';
import type { DemoOrganisation } from './organisations.ts';

/** Everybody's in the demo. It opens nothing that is real: outside the demo these accounts do not exist. */
export const DEMO_PASSPHRASE = 'only for this demo';

type DemoCounsellor = Omit<CreateCounsellor, 'organisationId' | 'passphrase'> & {
  organisation: DemoOrganisation;
  hours: (Omit<WeeklyRule, 'modalities'> & Partial<Pick<WeeklyRule, 'modalities'>>)[];
  details: { video?: string; phone?: string; 'in-person'?: string };
};

const WEEKDAYS: WeeklyRule['days'] = ['MO', 'TU', 'WE', 'TH', 'FR'];
const EVERY_DAY: WeeklyRule['days'] = [...WEEKDAYS, 'SA', 'SU'];

/** Made-up counsellors in several countries and zones. */
export const DEMO_COUNSELLORS: DemoCounsellor[] = [
  {
    organisation: 'open-door',
    signInName: 'mali',
    alias: 'Mali',
    country: 'TH',
    area: 'Chiang Mai',
    zone: 'Asia/Bangkok',
    languages: ['th', 'en'],
    modalities: ['video', 'phone'],
    about: [
      { language: 'th', text: 'คุยกันช้า ๆ ได้ ไม่ต้องเล่าทุกอย่าง คุณเลือกเองว่าจะคุยเรื่องอะไร' },
      {
        language: 'en',
        text: 'We can talk slowly. You don’t have to tell everything; you choose what we talk about.',
      },
      {
        language: 'id',
        text: 'Kita bisa bicara pelan-pelan. Tidak perlu menceritakan semuanya; Anda yang memilih.',
      },
    ],
    hours: [
      { days: WEEKDAYS, from: '09:00', to: '12:00' },
      { days: WEEKDAYS, from: '13:00', to: '17:00' },
      { days: ['SA'], from: '10:00', to: '13:00', modalities: ['phone'] },
    ],
    details: {
      video:
        'Open https://meet.open-door.example/mali in your browser. You need no account. The camera may stay off.',
      phone: 'Call +66 2 555 0142. Say only “the appointment at …”. No name is needed.',
    },
  },
  {
    organisation: 'open-door',
    signInName: 'aye-chan',
    alias: 'Aye Chan',
    country: 'TH',
    area: 'Mae Sot',
    zone: 'Asia/Yangon',
    languages: ['my', 'en', 'th'],
    modalities: ['phone', 'in-person'],
    about: [
      { language: 'my', text: 'ဖြည်းဖြည်းပြောလို့ရပါတယ်။ ကိုယ်ပြောချင်တာကိုပဲ ပြောပါ။' },
      { language: 'en', text: 'Take your time. Say only what you want to say.' },
    ],
    hours: [{ days: EVERY_DAY, from: '10:00', to: '16:30' }],
    details: {
      phone: 'Call +66 2 555 0143.',
      'in-person': 'The blue door beside the market, first floor. Ring twice.',
    },
  },
  {
    organisation: 'tangan-kita',
    signInName: 'dedi',
    alias: 'Pak Dedi',
    country: 'ID',
    area: 'Medan',
    zone: 'Asia/Jakarta',
    languages: ['id', 'ms'],
    modalities: ['in-person', 'phone'],
    about: [
      { language: 'id', text: 'Saya mendengarkan dulu. Kita cari jalan bersama, langkah demi langkah.' },
      { language: 'en', text: 'First I listen. Then we look for a way together, step by step.' },
    ],
    hours: [
      { days: WEEKDAYS, from: '08:30', to: '11:30' },
      { days: ['MO', 'WE', 'FR'], from: '13:30', to: '17:00' },
    ],
    details: {
      phone: 'Telepon +62 21 555 0188.',
      'in-person': 'Lantai dua di atas toko buku. Tekan bel sekali.',
    },
  },
  {
    organisation: 'nha-yen',
    signInName: 'linh',
    alias: 'Linh',
    country: 'VN',
    area: 'Hà Nội',
    zone: 'Asia/Ho_Chi_Minh',
    languages: ['vi', 'en'],
    modalities: ['phone', 'video'],
    about: [
      { language: 'vi', text: 'Bạn có thể dừng bất cứ lúc nào. Không cần nêu lý do.' },
      { language: 'en', text: 'You can stop at any time. No reason is needed.' },
    ],
    hours: [{ days: EVERY_DAY, from: '14:00', to: '20:00' }],
    details: { phone: 'Gọi +84 24 5550 0123.', video: 'https://meet.nha-yen.example/linh' },
  },
  {
    organisation: 'harbour',
    signInName: 'mei',
    alias: 'Mei 美',
    country: 'MY',
    area: 'Penang',
    zone: 'Asia/Kuala_Lumpur',
    languages: ['zh', 'en', 'ms'],
    modalities: ['video', 'phone'],
    about: [
      { language: 'zh-Hans', text: '慢慢来。想说多少就说多少。' },
      { language: 'en', text: 'Slowly is fine. Say as much as you like.' },
    ],
    hours: [{ days: ['TU', 'WE', 'TH', 'SA', 'SU'], from: '11:00', to: '19:00' }],
    details: { video: 'https://meet.harbour.example/mei', phone: 'Call +60 4 555 0177.' },
  },
  {
    organisation: 'harbour',
    signInName: 'grace',
    alias: 'Grace',
    country: 'GB',
    area: 'London',
    zone: 'Europe/London',
    languages: ['en', 'fil'],
    modalities: ['video'],
    about: [
      { language: 'en', text: 'Late in Asia is early here: I am awake when others sleep.' },
      { language: 'th', text: 'ดึกที่เอเชียคือตอนกลางวันที่นี่ ตื่นอยู่เมื่อคนอื่นหลับ' },
      { language: 'id', text: 'Larut malam di Asia masih siang di sini: saya terjaga saat yang lain tidur.' },
    ],
    hours: [{ days: EVERY_DAY, from: '15:00', to: '22:00' }],
    details: { video: 'https://meet.harbour.example/grace' },
  },
];
