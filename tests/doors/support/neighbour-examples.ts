import { OSMANTHUS } from '../../../tools/seed/base';

const DEVICE = 'd'.repeat(22);
const SCENE_OF_CARD = 's'.repeat(32);

type Examples = { readonly [operation: string]: object };

/** Of the estate's groups, its events and neighbours' cards. */
export const neighbourExamples = (): Examples => ({
  'group.entry': { estateId: OSMANTHUS, not: `${OSMANTHUS}_g1` },
  'group.board': { estateId: OSMANTHUS },
  'group.enter': { cloudId: 'chat-neighbours' },
  'group.tell': { groupId: `${OSMANTHUS}_g1` },
  'referral.card': { deviceId: DEVICE },
  'referral.dressCard': { name: '桂姨', lineId: 'fresh', showsBuilding: true, showsGoods: true },
  'referral.poster': {},
  'referral.liveCard': {},
  'referral.land': { scene: SCENE_OF_CARD },
  'referral.bind': { scene: SCENE_OF_CARD, deviceId: DEVICE },
  'referral.mine': { cursor: `1763776800000~rf_${'0'.repeat(32)}` },
  'event.view': { eventId: 'ev_market' },
  'event.signUp': { eventId: 'ev_market', seats: 2 },
  'event.cancel': { eventId: 'ev_market' },
});

export const staffNeighbourExamples = (): Examples => ({
  'event.board': { cursor: '1763776800000' },
  'event.today': {},
  'event.guests': { eventId: 'ev_market' },
  'event.save': {
    ...{ eventId: 'ev_market', title: '周末集市', line: '尝冬枣、煮水饺', estateId: OSMANTHUS },
    ...{ place: '桂花里东门小广场', placeNote: '从 5 号楼走过去 3 分钟', weatherNote: '下雨挪到下周日' },
    ...{ startsAtMs: 1_795_914_000_000, endsAtMs: 1_795_923_000_000, pictures: ['dumpling'], tint: 'peach' },
    ...{ capacity: 120, perHousehold: 3, host: '邻礼桂花里店', contact: '小马', thanksTemplateId: 'thanks5' },
  },
  'event.publish': { eventId: 'ev_market' },
  'event.callOff': { eventId: 'ev_market', why: '下大雨' },
  'event.checkIn': { eventId: 'ev_market', code: '0123456789abcdef0123' },
  'group.list': {},
  'group.make': {
    ...{ estateId: OSMANTHUS, name: '桂花里邻居 1 群', keeper: '店长 小林', kind: 'wecom', seats: 200 },
    joinWayId: 'b1a2c3d4',
  },
  'group.picture': {
    groupId: `${OSMANTHUS}_g1`,
    picture: `cloud://local-env.6c6f-local-env/groups/${'c'.repeat(24)}.jpg`,
    livesDays: 7,
  },
  'group.count': { groupId: `${OSMANTHUS}_g1`, members: 163 },
  'group.open': { groupId: `${OSMANTHUS}_g1`, open: false },
  'group.link': { groupId: `${OSMANTHUS}_g1`, cloudId: 'chat-neighbours' },
  'referral.held': { cursor: `1763776800000~rf_${'0'.repeat(32)}` },
  'referral.pass': { referralId: `rf_${'0'.repeat(32)}`, note: '打过电话，是新搬来的' },
  'referral.refuse': { referralId: `rf_${'0'.repeat(32)}`, note: '同一部手机' },
});
