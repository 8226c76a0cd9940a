import type { UpsertListing } from '@homeward/contracts/listing';
import type { z } from 'zod';

const website = 'https://nha-yen.example';

/** Vietnamese first. */
export const NHA_YEN_LISTINGS: z.input<typeof UpsertListing>[] = [
  {
    kind: 'service',
    externalId: 'tu-van',
    texts: [
      {
        language: 'vi',
        title: 'Tư vấn tâm lý miễn phí',
        description:
          'Trò chuyện với chuyên viên tư vấn qua điện thoại hoặc video, mỗi lần một giờ. Bạn chọn nói điều gì và có thể dừng bất cứ lúc nào.\n\nKhông cần tên thật. Chúng tôi không hỏi chuyện đã xảy ra. Muốn đổi người tư vấn, bạn chỉ cần nói.',
      },
      {
        language: 'en',
        title: 'Free counselling',
        description:
          'Talk with a counsellor by phone or video, an hour at a time. You choose what to say and can stop whenever you like.\n\nNo real name is needed. We don’t ask what happened. If you would like another counsellor, just say so.',
      },
    ],
    country: 'VN',
    topics: ['counselling'],
    languages: ['vi', 'en'],
    delivery: ['online', 'phone'],
    cost: { kind: 'free' },
    papers: { kind: 'none' },
    location: { visibility: 'area', area: 'Hà Nội' },
    contact: { phone: '+1 555 0131', email: 'tuvan@nha-yen.example', url: `${website}/tu-van` },
  },
  {
    kind: 'service',
    externalId: 'cho-o',
    texts: [
      {
        language: 'vi',
        title: 'Chỗ ở yên tĩnh',
        description:
          'Phòng riêng, bữa ăn, và luôn có người trực ban đêm. Ở được đến sáu tháng, có thể đi cùng con.\n\nĐịa chỉ chỉ được cho biết sau khi đã nói chuyện, để mọi người trong nhà được an toàn. Hãy gọi trước; bạn chưa cần quyết định gì.',
      },
      {
        language: 'en',
        title: 'A calm place to live',
        description:
          'A room of your own, meals, and somebody awake at night. You can stay up to six months, and come with your child.\n\nThe address is told only after we have talked, so that all who live there are safe. Call first; you need not decide anything yet.',
      },
    ],
    country: 'VN',
    topics: ['housing'],
    languages: ['vi'],
    delivery: ['in-person'],
    cost: { kind: 'free' },
    papers: { kind: 'none' },
    location: {
      visibility: 'contact-first',
      area: 'Lào Cai',
      address: { lines: ['Số 1, đường Ví Dụ'], city: 'Thị trấn Ví Dụ', postalCode: '00000' },
    },
    contact: { phone: '+1 555 0132' },
  },
  {
    kind: 'service',
    externalId: 'giay-to',
    texts: [
      {
        language: 'vi',
        title: 'Làm lại giấy tờ',
        description:
          'Căn cước, hộ khẩu, giấy khai sinh cho con: chúng tôi cùng bạn đến cơ quan, giúp điền đơn và trả lệ phí. Không có giấy tờ nào cũng bắt đầu được.',
      },
      {
        language: 'en',
        title: 'Getting your papers again',
        description:
          'ID card, household registration, a birth certificate for a child: we go to the office with you, help with the forms and pay the fees. You can begin with no papers at all.',
      },
      {
        language: 'zh-Hans',
        title: '补办证件',
        description:
          '身份证、户口、孩子的出生证明：我们陪您去办理，帮您填表并支付费用。没有任何证件也可以开始。',
      },
    ],
    country: 'VN',
    topics: ['documents', 'family'],
    languages: ['vi', 'zh-Hans'],
    delivery: ['in-person'],
    cost: { kind: 'free' },
    papers: { kind: 'none' },
    location: {
      visibility: 'public',
      area: 'Hà Nội',
      address: { lines: ['Nhà Yên, số 8 phố Ví Dụ'], city: 'Hà Nội', postalCode: '10999' },
    },
    contact: { phone: '+1 555 0133', url: `${website}/giay-to` },
  },
  {
    kind: 'course',
    externalId: 'pha-che',
    texts: [
      {
        language: 'vi',
        title: 'Học pha chế cà phê',
        description:
          'Tám tuần, lớp nhỏ sáu người, học xong thực tập một tháng có lương tại quán. Buổi chiều, có người trông trẻ. Nghỉ một buổi không sao, cứ quay lại khi bạn sẵn sàng.',
      },
      {
        language: 'en',
        title: 'Learning to make coffee',
        description:
          'Eight weeks in a group of six, then a paid month in a café. In the afternoon, and children are looked after. Missing a day is all right; come back when you are ready.',
      },
    ],
    provider: 'Quán Ví Dụ',
    country: 'VN',
    topics: ['training', 'work'],
    languages: ['vi'],
    delivery: ['in-person'],
    cost: { kind: 'free' },
    papers: { kind: 'none' },
    location: {
      visibility: 'public',
      area: 'Đà Nẵng',
      address: { lines: ['25 đường Ví Dụ'], city: 'Đà Nẵng', postalCode: '50999' },
    },
    contact: { phone: '+1 555 0134' },
    course: { startsOn: '2027-01-25', hoursTotal: 96, certificate: 'Pha chế cơ bản', childcare: true },
  },
  {
    kind: 'job',
    externalId: 'xuong-may',
    texts: [
      {
        language: 'vi',
        title: 'Thợ may tại xưởng nhỏ',
        description:
          'Xưởng mười hai người, làm từ thứ Hai đến thứ Sáu, 8 giờ đến 16 giờ 30. Hai tuần đầu có người kèm. Hợp đồng bằng văn bản, đóng bảo hiểm, giấy tờ bạn tự giữ.',
      },
      {
        language: 'en',
        title: 'Sewing in a small workshop',
        description:
          'A workshop of twelve people, Monday to Friday, 8:00 to 16:30. Somebody works beside you for the first two weeks. A written contract, insurance is paid, and you keep your own papers.',
      },
    ],
    country: 'VN',
    topics: ['work'],
    languages: ['vi'],
    delivery: ['in-person'],
    cost: { kind: 'free' },
    papers: { kind: 'listed', documents: ['Căn cước công dân · ID card'] },
    location: { visibility: 'area', area: 'Hải Phòng' },
    contact: { email: 'vieclam@nha-yen.example' },
    job: {
      employer: 'Xưởng May Ví Dụ',
      occupation: '7531',
      pay: { minimum: 7000000, maximum: 9000000, currency: 'VND', period: 'month' },
      hoursPerWeek: 40,
      closesOn: '2027-03-15',
    },
  },
];
