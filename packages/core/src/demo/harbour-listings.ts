import type { UpsertListing } from '@homeward/contracts/listing';
import type { z } from 'zod';

const website = 'https://harbour.example';

/** Malaysia and the Philippines: English, Malay, Chinese and Filipino, each first where it is. */
export const HARBOUR_LISTINGS: z.input<typeof UpsertListing>[] = [
  {
    kind: 'service',
    externalId: 'night-line',
    texts: [
      {
        language: 'en',
        title: 'A voice at night',
        description:
          'Call between 20:00 and 6:00 and somebody answers: in English, Malay, Mandarin or Filipino. You can talk, or be quiet together. We don’t ask for your name and we don’t see your number.',
      },
      {
        language: 'ms',
        title: 'Suara pada waktu malam',
        description:
          'Telefon antara pukul 8 malam hingga 6 pagi dan seseorang akan menjawab: dalam bahasa Inggeris, Melayu, Mandarin atau Filipino. Anda boleh bercakap, atau diam bersama-sama. Kami tidak bertanya nama anda dan tidak nampak nombor anda.',
      },
      {
        language: 'zh-Hans',
        title: '夜里有人接听',
        description:
          '晚上八点到早上六点来电，都会有人接听：英语、马来语、普通话或菲律宾语。您可以说话，也可以什么都不说。我们不问姓名，也看不到您的号码。',
      },
      {
        language: 'fil',
        title: 'May sasagot sa gabi',
        description:
          'Tumawag mula 8 ng gabi hanggang 6 ng umaga at may sasagot sa Ingles, Malay, Mandarin o Filipino. Puwede kang magsalita, o tumahimik na may kasama. Hindi namin itinatanong ang pangalan mo at hindi namin nakikita ang numero mo.',
      },
    ],
    country: 'MY',
    topics: ['counselling'],
    languages: ['en', 'ms', 'zh-Hans', 'fil'],
    delivery: ['phone'],
    cost: { kind: 'free' },
    papers: { kind: 'none' },
    location: { visibility: 'area' },
    contact: { phone: '+1 555 0121' },
  },
  {
    kind: 'service',
    externalId: 'first-nights',
    texts: [
      {
        language: 'en',
        title: 'First nights',
        description:
          'Up to seven nights while you decide what comes next: a bed, a shower, food, clothes and a SIM card. No questions about what happened. Men, women and families have separate rooms.\n\nCall first, at any hour. We tell the address when we have talked.',
      },
      {
        language: 'zh-Hans',
        title: '最初的几晚',
        description:
          '最多住七晚，慢慢决定下一步：有床、热水、饭菜、衣服和电话卡。不问过去的事。男士、女士和家庭分开住。\n\n请先打电话，任何时间都可以。谈过之后我们再告诉您地址。',
      },
      {
        language: 'my',
        title: 'ပထမဆုံး ညများ',
        description:
          'နောက်တစ်ဆင့်ကို ဆုံးဖြတ်နေစဉ် ၇ ညအထိ တည်းခိုနိုင်ပါသည်။ အိပ်ရာ၊ အစားအသောက်၊ အဝတ်အစားနှင့် ဖုန်းကတ် ရပါမည်။ ဖြစ်ခဲ့သည်များကို မမေးပါ။\n\nဦးစွာ ဖုန်းခေါ်ပါ။ စကားပြောပြီးမှ လိပ်စာကို ပြောပြပါမည်။',
      },
    ],
    country: 'MY',
    topics: ['housing', 'health'],
    languages: ['en', 'ms', 'zh-Hans', 'my'],
    delivery: ['in-person'],
    cost: { kind: 'free' },
    papers: { kind: 'none' },
    location: {
      visibility: 'contact-first',
      area: 'Kuala Lumpur',
      address: { lines: ['Unit 3, Example Court'], city: 'Sample Town', postalCode: '00000' },
    },
    contact: { phone: '+1 555 0122', email: 'nights@harbour.example' },
  },
  {
    kind: 'service',
    externalId: 'passport-desk',
    texts: [
      {
        language: 'zh-Hans',
        title: '补办护照和回国手续',
        description:
          '护照丢失或被扣？我们陪您去使馆，帮您填表、拍照、翻译，并说明每一步需要多久、谁会看到您的资料。',
      },
      {
        language: 'en',
        title: 'A new passport and the way home',
        description:
          'Your passport is lost, or somebody kept it? We go to the embassy with you, help with forms, photographs and translation, and say how long each step takes and who will see your details.',
      },
    ],
    country: 'MY',
    topics: ['documents', 'legal'],
    languages: ['zh-Hans', 'en', 'ms', 'vi'],
    delivery: ['in-person', 'online'],
    cost: { kind: 'paid', note: 'We are free; some embassies charge a fee, and we can help with it.' },
    papers: { kind: 'none' },
    location: {
      visibility: 'public',
      area: 'George Town',
      address: {
        lines: ['Harbour Desk, Example Wharf 9'],
        city: 'George Town',
        region: 'Pulau Pinang',
        postalCode: '10999',
      },
    },
    contact: { phone: '+1 555 0123', url: `${website}/passport` },
  },
  {
    kind: 'service',
    externalId: 'manila-walk-in',
    texts: [
      {
        language: 'fil',
        title: 'Bukas na pinto sa Maynila',
        description:
          'Pumasok lang, walang appointment, Lunes hanggang Sabado, 9:00 hanggang 18:00. May kape, may makikinig, at may tutulong sa ID, sa utang, at sa susunod na hakbang. Ikaw ang pipili kung saan magsisimula.',
      },
      {
        language: 'en',
        title: 'An open door in Manila',
        description:
          'Just come in, no appointment, Monday to Saturday, 9:00 to 18:00. There is coffee, somebody who listens, and help with your ID, with debts and with the next step. You choose where to begin.',
      },
    ],
    provider: 'Bahay Halimbawa',
    country: 'PH',
    topics: ['counselling', 'documents', 'debt', 'money'],
    languages: ['fil', 'en'],
    delivery: ['in-person'],
    cost: { kind: 'free' },
    papers: { kind: 'none' },
    location: {
      visibility: 'public',
      area: 'Maynila',
      address: { lines: ['123 Kalye Halimbawa'], city: 'Maynila', postalCode: '0999' },
    },
    contact: { phone: '+1 555 0124', email: 'maynila@harbour.example' },
  },
  {
    kind: 'course',
    externalId: 'caregiving',
    texts: [
      {
        language: 'fil',
        title: 'Pag-aalaga ng matatanda: kurso na may sertipiko',
        description:
          'Anim na buwan, tuwing gabi at Sabado, para makapagtrabaho ka sa araw. May praktikal na bahagi sa isang tahanan ng matatanda. May allowance sa pamasahe.',
      },
      {
        language: 'en',
        title: 'Caring for older people, with a certificate',
        description:
          'Six months, in the evening and on Saturdays, so that you can work in the daytime. Part of it is practice in a home for older people. Travel is paid.',
      },
    ],
    provider: 'Halimbawa Training Center',
    country: 'PH',
    topics: ['training', 'work'],
    languages: ['fil', 'en'],
    delivery: ['in-person', 'online'],
    cost: { kind: 'free' },
    papers: { kind: 'listed', documents: ['Anumang ID na may larawan · Any ID with a photograph'] },
    location: { visibility: 'area', area: 'Quezon City' },
    contact: { url: `${website}/caregiving` },
    course: {
      startsOn: '2027-02-15',
      hoursTotal: 320,
      certificate: 'Caregiving NC II',
      evening: true,
      childcare: false,
    },
  },
  {
    kind: 'job',
    externalId: 'guest-house',
    texts: [
      {
        language: 'en',
        title: 'Guest house assistant',
        description:
          'Rooms, breakfast and the front desk of a small guest house. Five days a week, two of them at the weekend. You keep your own papers. The contract is read to you in your language before you sign, and you can take it home for a night first.',
      },
      {
        language: 'ms',
        title: 'Pembantu rumah tetamu',
        description:
          'Mengemas bilik, sarapan dan kaunter depan sebuah rumah tetamu kecil. Lima hari seminggu. Anda menyimpan dokumen sendiri. Kontrak dibacakan dalam bahasa anda sebelum anda menandatangani.',
      },
    ],
    country: 'MY',
    topics: ['work'],
    languages: ['en', 'ms'],
    delivery: ['in-person'],
    cost: { kind: 'free' },
    papers: { kind: 'unknown' },
    location: { visibility: 'area', area: 'Melaka' },
    contact: { email: 'work@harbour.example' },
    job: {
      employer: 'Example Guest House',
      occupation: '5151',
      pay: { minimum: 1900, currency: 'MYR', period: 'month' },
      hoursPerWeek: 40,
      accommodation: true,
      closesOn: '2027-02-28',
    },
  },
  {
    kind: 'job',
    externalId: 'panaderya',
    texts: [
      {
        language: 'fil',
        title: 'Katulong sa panaderya',
        description:
          'Maliit na panaderya ng kooperatiba. Simula 5:00 ng umaga, tapos ng 13:00, limang araw sa isang linggo. Tuturuan ka; hindi kailangan ng karanasan. Arawang bayad, may SSS at PhilHealth.',
      },
      {
        language: 'en',
        title: 'Helper in a bakery',
        description:
          'The small bakery of a cooperative. From 5:00 to 13:00, five days a week. You will be taught; no experience is needed. Paid by the day, with social security and health insurance.',
      },
    ],
    country: 'PH',
    topics: ['work'],
    languages: ['fil'],
    delivery: ['in-person'],
    cost: { kind: 'free' },
    papers: { kind: 'none' },
    location: { visibility: 'area', area: 'Cebu' },
    contact: { phone: '+1 555 0125' },
    job: {
      employer: 'Panaderya Halimbawa',
      occupation: '7512',
      pay: { minimum: 540, currency: 'PHP', period: 'day' },
      hoursPerWeek: 40,
    },
  },
];
