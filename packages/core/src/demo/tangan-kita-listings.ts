import type { UpsertListing } from '@homeward/contracts/listing';
import type { z } from 'zod';

const website = 'https://tangan-kita.example';

/** Indonesian first. */
export const TANGAN_KITA_LISTINGS: z.input<typeof UpsertListing>[] = [
  {
    kind: 'service',
    externalId: 'konseling',
    texts: [
      {
        language: 'id',
        title: 'Teman bicara yang mendengarkan',
        description:
          'Satu jam bersama konselor, lewat telepon atau video. Anda yang menentukan mau bicara apa. Boleh berhenti kapan saja, boleh ganti konselor tanpa alasan.\n\nTidak perlu nama asli. Tidak ada yang dicatat tanpa sepengetahuan Anda.',
      },
      {
        language: 'en',
        title: 'Someone to talk with',
        description:
          'An hour with a counsellor, by phone or video. You choose what to talk about. You can stop at any time and change counsellors without a reason.\n\nNo real name is needed. Nothing is written down that you don’t know of.',
      },
    ],
    country: 'ID',
    topics: ['counselling'],
    languages: ['id', 'en'],
    delivery: ['online', 'phone'],
    cost: { kind: 'free' },
    papers: { kind: 'none' },
    location: { visibility: 'area', area: 'Jakarta' },
    contact: { phone: '+1 555 0111', url: `${website}/bicara` },
  },
  {
    kind: 'service',
    externalId: 'rumah-singgah',
    texts: [
      {
        language: 'id',
        title: 'Rumah singgah',
        description:
          'Kamar sendiri, makan tiga kali sehari, dan pendamping yang berjaga malam. Bisa tinggal sampai enam bulan, bisa datang bersama anak.\n\nAlamat baru kami beri tahu setelah kita bicara, demi keamanan semua penghuni. Hubungi kami dulu; Anda tidak harus langsung memutuskan.',
      },
      {
        language: 'en',
        title: 'A house to stay in',
        description:
          'A room of your own, three meals a day and somebody awake at night. You can stay up to six months, and come with a child.\n\nWe tell the address after we have talked, for the safety of all who live there. Contact us first; nothing has to be decided at once.',
      },
    ],
    country: 'ID',
    topics: ['housing', 'counselling'],
    languages: ['id'],
    delivery: ['in-person'],
    cost: { kind: 'free' },
    papers: { kind: 'none' },
    location: {
      visibility: 'contact-first',
      area: 'Medan',
      address: { lines: ['Jalan Contoh Nomor 1'], city: 'Kota Contoh', postalCode: '00000' },
    },
    contact: { phone: '+1 555 0112', email: 'rumah@tangan-kita.example' },
  },
  {
    kind: 'service',
    externalId: 'bantuan-hukum',
    texts: [
      {
        language: 'id',
        title: 'Bantuan hukum gratis',
        description:
          'Pengacara menjelaskan hak Anda dengan kata-kata sederhana: surat panggilan, laporan, upah yang belum dibayar, paspor yang ditahan. Anda yang memutuskan mau melangkah atau tidak.\n\nApa yang Anda ceritakan kepada pengacara tetap rahasia.',
      },
      {
        language: 'en',
        title: 'Free legal help',
        description:
          'A lawyer explains your rights in plain words: a summons, a report, wages that were not paid, a passport that was kept. You decide whether to go on.\n\nWhat you tell the lawyer stays between you.',
      },
    ],
    provider: 'LBH Contoh Jakarta',
    country: 'ID',
    topics: ['legal', 'documents'],
    languages: ['id', 'en'],
    delivery: ['in-person', 'phone'],
    cost: { kind: 'free' },
    papers: { kind: 'unknown' },
    location: {
      visibility: 'public',
      area: 'Jakarta Selatan',
      address: {
        lines: ['Gedung Contoh, lantai 2', 'Jalan Misalnya 45'],
        city: 'Jakarta Selatan',
        region: 'DKI Jakarta',
        postalCode: '12999',
      },
    },
    contact: { phone: '+1 555 0113', email: 'hukum@tangan-kita.example', url: `${website}/hukum` },
  },
  {
    kind: 'service',
    externalId: 'mediasi-keluarga',
    texts: [
      {
        language: 'id',
        title: 'Bicara lagi dengan keluarga',
        description:
          'Kalau sulit memulai percakapan dengan keluarga, kami menemani: lewat telepon dulu, lalu bertemu bila semua mau. Anda menentukan apa yang boleh mereka tahu, dan apa yang tidak.',
      },
      {
        language: 'en',
        title: 'Talking with your family again',
        description:
          'When it is hard to begin a talk with your family, we are there: first by phone, then face to face if everybody would like that. You decide what they may know and what not.',
      },
    ],
    country: 'ID',
    topics: ['family', 'counselling'],
    languages: ['id'],
    delivery: ['in-person', 'online', 'phone'],
    cost: { kind: 'free' },
    papers: { kind: 'none' },
    location: { visibility: 'area', area: 'Surabaya' },
    contact: { email: 'keluarga@tangan-kita.example' },
  },
  {
    kind: 'service',
    externalId: 'tabungan',
    texts: [
      {
        language: 'id',
        title: 'Membuka rekening dan menabung lagi',
        description:
          'Kami temani ke bank, bantu bila rekening lama diblokir, dan membuat rencana pengeluaran yang sederhana. Untuk yang punya utang, kami bantu bicara dengan pemberi pinjaman bila Anda mau.',
      },
    ],
    country: 'ID',
    topics: ['money', 'debt'],
    languages: ['id'],
    delivery: ['in-person', 'online'],
    cost: { kind: 'unknown' },
    papers: { kind: 'listed', documents: ['KTP atau surat keterangan pengganti'] },
    location: { visibility: 'area', area: 'Jakarta' },
    contact: { phone: '+1 555 0114' },
  },
  {
    kind: 'course',
    externalId: 'menjahit',
    texts: [
      {
        language: 'id',
        title: 'Kursus menjahit dari awal',
        description:
          'Dari memegang mesin sampai membuat baju sendiri, empat bulan, tiga pagi seminggu. Mesin, kain, dan uang jalan disediakan. Anak dijaga selama Anda belajar.\n\nSetelah selesai, mesin boleh dipinjam setahun untuk bekerja dari rumah.',
      },
      {
        language: 'en',
        title: 'Sewing from the beginning',
        description:
          'From holding the machine to making your own clothes: four months, three mornings a week. Machine, cloth and travel money are given, and children are looked after.\n\nAfterwards you can borrow the machine for a year, to work from home.',
      },
    ],
    provider: 'Sanggar Benang Contoh',
    country: 'ID',
    topics: ['training', 'work'],
    languages: ['id'],
    delivery: ['in-person'],
    cost: { kind: 'free' },
    papers: { kind: 'none' },
    location: {
      visibility: 'public',
      area: 'Semarang',
      address: { lines: ['Jalan Umpama 17'], city: 'Semarang', region: 'Jawa Tengah', postalCode: '50999' },
    },
    contact: { phone: '+1 555 0115', url: `${website}/menjahit` },
    course: {
      startsOn: '2027-01-18',
      hoursTotal: 160,
      certificate: 'Penjahit tingkat dasar',
      childcare: true,
    },
  },
  {
    kind: 'job',
    externalId: 'kebun',
    texts: [
      {
        language: 'id',
        title: 'Pekerja kebun sayur, dengan tempat tinggal',
        description:
          'Menanam dan memanen sayur di kebun koperasi. Senin sampai Jumat, pukul 7 sampai 15. Kamar sendiri tersedia; Anda memegang kuncinya dan bebas keluar masuk. Kontrak tertulis, KTP tetap di tangan Anda.',
      },
      {
        language: 'en',
        title: 'Work in a vegetable garden, with a place to live',
        description:
          'Planting and harvesting in the garden of a cooperative, Monday to Friday, 7:00 to 15:00. There is a room of your own; you have the key and come and go as you like. A written contract, and your ID card stays with you.',
      },
    ],
    country: 'ID',
    topics: ['work', 'housing'],
    languages: ['id'],
    delivery: ['in-person'],
    cost: { kind: 'free' },
    papers: { kind: 'listed', documents: ['KTP'] },
    location: { visibility: 'area', area: 'Lembang' },
    contact: { email: 'kerja@tangan-kita.example' },
    job: {
      employer: 'Koperasi Kebun Contoh',
      occupation: '6113',
      pay: { minimum: 2800000, maximum: 3200000, currency: 'IDR', period: 'month' },
      hoursPerWeek: 40,
      accommodation: true,
    },
  },
];
