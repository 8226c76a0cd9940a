import type { CreateCounsellor, Modality, WeeklyRule } from '@homeward/contracts/counsellor';
import type { DemoOrganisation } from './organisations.ts';

/** Everybody's in the demo. It opens nothing that is real: outside the demo these accounts do not exist. */
export const DEMO_PASSPHRASE = 'only for this demo';

type DemoCounsellor = Omit<CreateCounsellor, 'organisationId' | 'passphrase'> & {
  organisation: DemoOrganisation;
  /** `place` is the name of one of the demo's places. */
  hours: (Omit<WeeklyRule, 'modalities' | 'placeId'> & { modalities?: Modality[]; place?: string })[];
  /** Whose public holidays they keep. */
  holidays?: string;
  details: Partial<Record<Modality, string>>;
};

const WEEKDAYS: WeeklyRule['days'] = ['MO', 'TU', 'WE', 'TH', 'FR'];
const EVERY_DAY: WeeklyRule['days'] = [...WEEKDAYS, 'SA', 'SU'];

/** Made-up counsellors in several countries and zones. */
export const DEMO_COUNSELLORS: DemoCounsellor[] = [
  {
    organisation: 'open-door',
    signInName: 'mali',
    alias: 'Mali',
    gender: 'woman',
    topics: ['feelings', 'sleep', 'family'],
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
    gender: 'man',
    topics: ['feelings', 'safety', 'housing'],
    country: 'TH',
    area: 'Mae Sot',
    zone: 'Asia/Yangon',
    languages: ['my', 'en', 'th'],
    modalities: ['phone', 'in-person'],
    about: [
      { language: 'my', text: 'ဖြည်းဖြည်းပြောလို့ရပါတယ်။ ကိုယ်ပြောချင်တာကိုပဲ ပြောပါ။' },
      { language: 'en', text: 'Take your time. Say only what you want to say.' },
    ],
    hours: [{ days: EVERY_DAY, from: '10:00', to: '16:30', place: 'Blue door' }],
    details: {
      phone: 'Call +66 2 555 0143.',
    },
  },
  {
    organisation: 'tangan-kita',
    signInName: 'dedi',
    alias: 'Pak Dedi',
    gender: 'man',
    topics: ['feelings', 'family', 'debt'],
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
    gender: 'woman',
    topics: ['feelings', 'sleep', 'money'],
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
    topics: ['feelings', 'papers', 'family'],
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
    gender: 'woman',
    topics: ['feelings', 'sleep', 'safety'],
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
  {
    organisation: 'open-door',
    signInName: 'nilar',
    alias: 'Nilar',
    practice: 'health',
    gender: 'woman',
    topics: ['health', 'sleep'],
    country: 'TH',
    area: 'Mae Sot',
    zone: 'Asia/Bangkok',
    languages: ['my', 'th', 'en'],
    modalities: ['in-person', 'phone', 'chat'],
    about: [
      { language: 'my', text: 'ကျန်းမာရေးအကြောင်း မေးချင်တာ မေးနိုင်ပါတယ်။' },
      { language: 'en', text: 'Ask me anything about your body and your sleep. Nothing is too small.' },
      { language: 'th', text: 'ถามเรื่องร่างกายและการนอนได้ทุกอย่าง ไม่มีเรื่องไหนเล็กเกินไป' },
    ],
    hours: [
      { days: WEEKDAYS, from: '09:00', to: '12:00', place: 'Blue door' },
      { days: ['TU', 'TH'], from: '17:00', to: '20:00', modalities: ['phone', 'chat'] },
    ],
    holidays: 'TH',
    details: { phone: 'I call the number that you give.', chat: 'https://chat.open-door.example/nilar' },
  },
  {
    organisation: 'tangan-kita',
    signInName: 'ratna',
    alias: 'Bu Ratna',
    practice: 'legal',
    gender: 'woman',
    topics: ['papers', 'legal', 'debt'],
    confirmsByHand: true,
    country: 'ID',
    area: 'Jakarta',
    zone: 'Asia/Jakarta',
    languages: ['id', 'en'],
    modalities: ['video', 'phone'],
    about: [
      { language: 'id', text: 'Soal surat dan hukum, kita baca bersama. Anda yang memutuskan.' },
      { language: 'en', text: 'We read papers and the law together. You decide what happens.' },
    ],
    hours: [{ days: ['MO', 'TU', 'WE', 'TH'], from: '10:00', to: '15:00' }],
    details: { video: 'https://meet.tangan-kita.example/ratna', phone: 'Telepon +62 21 555 0190.' },
  },
  {
    organisation: 'nha-yen',
    signInName: 'tuan',
    alias: 'Tuấn',
    practice: 'work',
    gender: 'man',
    topics: ['work', 'training', 'money'],
    country: 'VN',
    area: 'Đà Nẵng',
    zone: 'Asia/Ho_Chi_Minh',
    languages: ['vi', 'en'],
    modalities: ['video', 'chat'],
    about: [
      { language: 'vi', text: 'Mình cùng xem bạn giỏi gì và muốn làm gì tiếp.' },
      { language: 'en', text: 'We look at what you are good at, and what you would like to do next.' },
    ],
    hours: [{ days: WEEKDAYS, from: '08:00', to: '11:30' }],
    details: { video: 'https://meet.nha-yen.example/tuan', chat: 'https://chat.nha-yen.example/tuan' },
  },
];
