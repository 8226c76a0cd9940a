import type { UpsertListing } from '@homeward/contracts/listing';
import type { z } from 'zod';

const website = 'https://open-door.example';

/** Thai first; Burmese where many who come speak it. */
export const OPEN_DOOR_LISTINGS: z.input<typeof UpsertListing>[] = [
  {
    kind: 'service',
    externalId: 'counselling',
    texts: [
      {
        language: 'th',
        title: 'พูดคุยกับคนที่รับฟัง',
        description:
          'คุยกับที่ปรึกษาได้ครั้งละหนึ่งชั่วโมง จะพบกัน คุยทางวิดีโอ หรือโทรศัพท์ก็ได้ คุณเลือกเองว่าจะเล่าอะไร และหยุดได้ทุกเมื่อ\n\nไม่ต้องบอกชื่อจริง เราไม่ถามว่าเกิดอะไรขึ้น ถ้าอยากเปลี่ยนที่ปรึกษา บอกเราได้โดยไม่ต้องมีเหตุผล',
      },
      {
        language: 'en',
        title: 'Someone who listens',
        description:
          'An hour with a counsellor: face to face, by video or by phone. You decide what to say, and you can stop at any time.\n\nYou need not tell us your real name. We don’t ask what happened. If you would like another counsellor, say so; no reason is needed.',
      },
      {
        language: 'my',
        title: 'နားထောင်ပေးမည့်သူ',
        description:
          'အကြံပေးသူတစ်ဦးနှင့် တစ်နာရီ စကားပြောနိုင်ပါသည်။ လူချင်းတွေ့၍၊ ဗီဒီယိုဖြင့် သို့မဟုတ် ဖုန်းဖြင့် ပြောနိုင်ပါသည်။ ဘာပြောမည်ကို သင်ကိုယ်တိုင် ဆုံးဖြတ်နိုင်ပြီး အချိန်မရွေး ရပ်နိုင်ပါသည်။ နာမည်ရင်း ပြောရန် မလိုပါ။',
      },
    ],
    country: 'TH',
    topics: ['counselling'],
    languages: ['th', 'en', 'my'],
    delivery: ['in-person', 'online', 'phone'],
    cost: { kind: 'free' },
    papers: { kind: 'none' },
    location: { visibility: 'area', area: 'เชียงใหม่' },
    contact: { phone: '+1 555 0101', email: 'talk@open-door.example', url: `${website}/talk` },
  },
  {
    kind: 'service',
    externalId: 'quiet-house',
    texts: [
      {
        language: 'th',
        title: 'บ้านพักเงียบสงบ',
        description:
          'ห้องส่วนตัว อาหาร และมีคนอยู่ด้วยตลอดคืน พักได้ถึง 90 วัน พาลูกมาด้วยได้\n\nเราจะบอกที่อยู่หลังจากได้คุยกันแล้วเท่านั้น เพื่อให้ทุกคนในบ้านปลอดภัย โทรหรือเขียนมาก่อน คุณไม่ต้องตัดสินใจอะไรในการคุยครั้งแรก',
      },
      {
        language: 'en',
        title: 'A quiet house',
        description:
          'A room of your own, meals, and someone awake at night, for up to 90 days. You can come with a child.\n\nThe address is told only after we have talked, so that everybody in the house is safe. Call or write first. You don’t have to decide anything in the first talk.',
      },
      {
        language: 'my',
        title: 'အေးချမ်းသော အိမ်',
        description:
          'ကိုယ်ပိုင်အခန်းနှင့် အစားအသောက် ရှိပြီး ညဘက်တွင် ဝန်ထမ်းတစ်ဦး အမြဲရှိပါသည်။ ရက် ၉၀ အထိ နေနိုင်ပါသည်။ ကလေးနှင့်အတူ လာနိုင်ပါသည်။\n\nအိမ်ရှိသူအားလုံး လုံခြုံစေရန် စကားပြောပြီးမှသာ လိပ်စာကို ပြောပြပါမည်။',
      },
    ],
    country: 'TH',
    topics: ['housing'],
    languages: ['th', 'en', 'my'],
    delivery: ['in-person'],
    cost: { kind: 'free' },
    papers: { kind: 'none' },
    location: {
      visibility: 'contact-first',
      area: 'เชียงใหม่',
      address: { lines: ['1 Example Lane'], city: 'Sample Village', postalCode: '00000' },
    },
    contact: { phone: '+1 555 0102', email: 'house@open-door.example' },
  },
  {
    kind: 'service',
    externalId: 'papers',
    texts: [
      {
        language: 'th',
        title: 'ทำบัตรประชาชนและเอกสารใหม่',
        description:
          'เราไปที่สำนักงานกับคุณ ช่วยกรอกแบบฟอร์ม และจ่ายค่าธรรมเนียมให้ ส่วนใหญ่ใช้เวลาสองถึงสามสัปดาห์\n\nไม่มีเอกสารอะไรเลยก็มาได้ เราจะช่วยหาว่าเริ่มจากตรงไหน',
      },
      {
        language: 'en',
        title: 'A new ID card and other papers',
        description:
          'We go to the office with you, help with the forms and pay the fees. Mostly it takes two to three weeks.\n\nYou can come with no papers at all. We find out together where to begin.',
      },
    ],
    country: 'TH',
    topics: ['documents', 'legal'],
    languages: ['th', 'en'],
    delivery: ['in-person'],
    cost: { kind: 'free' },
    papers: { kind: 'none' },
    location: {
      visibility: 'public',
      area: 'กรุงเทพฯ',
      address: {
        lines: ['Open Door, ชั้น 4 อาคารตัวอย่าง', '88 ถนนตัวอย่าง'],
        city: 'กรุงเทพฯ',
        postalCode: '10999',
      },
    },
    contact: { phone: '+1 555 0103', url: `${website}/papers` },
  },
  {
    kind: 'service',
    externalId: 'debt',
    texts: [
      {
        language: 'th',
        title: 'คุยเรื่องหนี้ ทีละขั้น',
        description:
          'หนี้ที่บ้าน หนี้นอกระบบ หรือเงินที่ถูกบอกว่าต้องคืน เรานั่งดูตัวเลขด้วยกัน บอกว่าอะไรต้องจ่ายตามกฎหมายและอะไรไม่ต้องจ่าย แล้ววางแผนที่ทำได้จริง\n\nเราไม่ติดต่อใครถ้าคุณไม่ได้บอก',
      },
      {
        language: 'en',
        title: 'Debts, one step at a time',
        description:
          'Debts at home, money from a lender, or money that somebody says you owe. We look at the numbers together, tell you what the law says must be paid and what need not be, and make a plan that can work.\n\nWe contact nobody unless you say so.',
      },
    ],
    provider: 'Example Legal Aid Chiang Rai',
    country: 'TH',
    topics: ['debt', 'money', 'legal'],
    languages: ['th'],
    delivery: ['online', 'phone'],
    cost: { kind: 'free' },
    papers: { kind: 'none' },
    location: { visibility: 'area' },
    contact: { phone: '+1 555 0104' },
  },
  {
    kind: 'service',
    externalId: 'health-check',
    texts: [
      {
        language: 'th',
        title: 'ตรวจสุขภาพ ตามจังหวะของคุณ',
        description:
          'หมอและพยาบาลที่อธิบายทุกอย่างก่อนทำ คุณเลือกได้ว่าจะตรวจอะไรและไม่ตรวจอะไร ขอหมอหญิงหรือหมอชายได้ มีล่ามภาษาพม่าและอังกฤษ',
      },
      {
        language: 'en',
        title: 'A health check at your pace',
        description:
          'A doctor and a nurse who explain everything before they do it. You choose what is checked and what is not, and whether the doctor is a woman or a man. There are interpreters for Burmese and English.',
      },
    ],
    provider: 'Example Community Clinic',
    country: 'TH',
    topics: ['health'],
    languages: ['th', 'en', 'my'],
    delivery: ['in-person'],
    cost: {
      kind: 'paid',
      amount: 50,
      currency: 'THB',
      note: 'Free when you come through Open Door. ฟรีเมื่อมาผ่านมูลนิธิ',
    },
    papers: { kind: 'unknown' },
    location: {
      visibility: 'public',
      area: 'แม่สอด',
      address: { lines: ['คลินิกตัวอย่าง', '12 ถนนสมมติ'], city: 'แม่สอด', region: 'ตาก', postalCode: '63999' },
    },
    contact: { phone: '+1 555 0105' },
  },
  {
    kind: 'course',
    externalId: 'baking',
    texts: [
      {
        language: 'th',
        title: 'เรียนทำขนมปังและขนมอบ',
        description:
          'สิบสองสัปดาห์ สัปดาห์ละสองวัน กลุ่มละไม่เกินแปดคน มีวัตถุดิบและอาหารกลางวันให้ มีคนดูแลเด็กระหว่างเรียน\n\nขาดเรียนได้ ไม่มีใครถามเหตุผล กลับมาเมื่อพร้อม',
      },
      {
        language: 'en',
        title: 'Bread and baking',
        description:
          'Twelve weeks, two days a week, at most eight people. Ingredients and lunch are there, and somebody looks after children meanwhile.\n\nYou can miss a day and nobody asks why. Come back when you are ready.',
      },
    ],
    country: 'TH',
    topics: ['training', 'work'],
    languages: ['th', 'en'],
    delivery: ['in-person'],
    cost: { kind: 'free' },
    papers: { kind: 'none' },
    location: { visibility: 'area', area: 'เชียงใหม่' },
    contact: { email: 'learn@open-door.example', url: `${website}/baking` },
    course: {
      startsOn: '2027-01-11',
      hoursTotal: 144,
      certificate: 'Assistant baker, level 1',
      childcare: true,
    },
  },
  {
    kind: 'course',
    externalId: 'motorcycle-repair',
    texts: [
      {
        language: 'th',
        title: 'ซ่อมมอเตอร์ไซค์ ตอนเย็น',
        description: 'เรียนกับช่างในอู่จริง สัปดาห์ละสามเย็น เป็นเวลาแปดสัปดาห์ เครื่องมือยืมได้ จบแล้วช่างช่วยหาที่ฝึกงานต่อ',
      },
      {
        language: 'en',
        title: 'Motorcycle repair in the evening',
        description:
          'Learn from a mechanic in a real workshop, three evenings a week for eight weeks. Tools are lent. Afterwards the workshop helps you to find a place to practise.',
      },
    ],
    provider: 'Example Workshop Lamphun',
    country: 'TH',
    topics: ['training'],
    languages: ['th'],
    delivery: ['in-person'],
    cost: { kind: 'paid', amount: 500, currency: 'THB', note: 'You can pay afterwards. จ่ายทีหลังได้' },
    papers: {
      kind: 'listed',
      documents: ['บัตรประชาชนหรือใบแทน · ID card, or the slip that stands in for it'],
    },
    location: {
      visibility: 'public',
      area: 'ลำพูน',
      address: { lines: ['อู่ตัวอย่าง', '7/1 ซอยสมมติ'], city: 'ลำพูน', postalCode: '51999' },
    },
    contact: { phone: '+1 555 0106' },
    course: { startsOn: '2027-02-01', hoursTotal: 72, evening: true },
  },
  {
    kind: 'job',
    externalId: 'kitchen',
    texts: [
      {
        language: 'th',
        title: 'ผู้ช่วยครัว กะกลางวัน',
        description:
          'ร้านอาหารของสหกรณ์ ทำงานวันจันทร์ถึงเสาร์ 9.00 ถึง 17.00 น. มีคนสอนงานหนึ่งเดือนแรก มีประกันสังคม มาดูที่ร้านก่อนตัดสินใจได้\n\nนายจ้างไม่รู้ว่าคุณมาจากไหน และจะไม่มีใครบอก',
      },
      {
        language: 'en',
        title: 'Kitchen assistant, daytime',
        description:
          'The restaurant of a cooperative, Monday to Saturday, 9:00 to 17:00. Somebody works beside you for the first month. Social security is paid. You can visit before you decide.\n\nThe employer does not know where you come from, and nobody will tell.',
      },
    ],
    country: 'TH',
    topics: ['work'],
    languages: ['th'],
    delivery: ['in-person'],
    cost: { kind: 'free' },
    papers: { kind: 'listed', documents: ['บัตรประชาชน · ID card'] },
    location: { visibility: 'area', area: 'เชียงใหม่' },
    contact: { email: 'work@open-door.example' },
    job: {
      employer: 'Example Kitchen Cooperative',
      occupation: '9412',
      pay: { minimum: 12500, maximum: 14000, currency: 'THB', period: 'month' },
      hoursPerWeek: 48,
      accommodation: false,
      closesOn: '2027-01-31',
    },
  },
];
