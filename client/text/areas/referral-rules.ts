import { pick } from '../pick';

const zh = {
  heads: {
    what: '各得什么',
    steps: '怎么算',
    limits: '多少算数',
    not: '哪些不算',
    back: '退货怎么办',
    none: '不需要做的',
  },
  you: (reward: string) => `请人的得 ${reward}。`,
  new: (reward: string) => `新邻居得 ${reward}。`,
  fixed: '事先说好，不抽奖，不按人数加码。',
  use: (days: number) => `券到手后 ${days} 天内用。`,
  bind: (days: number) =>
    `新邻居打开卡片、海报或小程序码，收下，就记在您名下；${days} 天里下第一单，收到货，自动发给两位。先收下谁的，就算谁的。`,
  time: (span: string) => `活动时间：${span}。`,
  limits: (perDay: number, inAll: number) => `一个人一天最多算 ${perDay} 位，一共最多 ${inAll} 位。`,
  level: '只算一层：邻居再请的人，和您没有关系。',
  nots: ['自己请自己；同一个手机号、同一户人家互相请。', '您请他、他又请您。', '在店里买过的老邻居，店里的工作人员。'],
  doubt: '同一台手机来了好几个、一会儿来了一大群、一个地址用了好几回，店里会先看一眼再算，不会悄悄作废。',
  back: (days: number) => `收货 ${days} 天内整单退了，两位没用的收回；用掉的不追，算进请人的名额。`,
  none: '转发、发朋友圈、进群、点开看看，都没有奖励，也不影响您买东西。',
  shop: (shop: string) => `由邻礼${shop}提供。有疑问找客服。`,
};

const en: typeof zh = {
  heads: {
    what: 'Who gets what',
    steps: 'How it counts',
    limits: 'How many',
    not: 'What does not count',
    back: 'When it goes back',
    none: 'Not needed',
  },
  you: (reward) => `Who invites gets ${reward}. `,
  new: (reward) => `The new neighbour gets ${reward}. `,
  fixed: 'Fixed beforehand; no draw, no more for more people.',
  use: (days) => `Coupons hold for ${days} days.`,
  bind: (days) =>
    `A new neighbour who takes your card, poster or code is yours; a first order within ${days} days, once received, brings both theirs. The first card counts.`,
  time: (span) => `From ${span}.`,
  limits: (perDay, inAll) => `At most ${perDay} a day and ${inAll} in all.`,
  level: 'One level: whom your neighbour invites is not yours.',
  nots: [
    'Oneself, the same phone number, the same home.',
    'Who invited you.',
    'Who bought here before; people of the shop.',
  ],
  doubt: 'Several from one phone, many at once, one address over and over: the shop has a look first.',
  back: (days) =>
    `Wholly refunded within ${days} days of receipt: what is unused goes back; what was used counts as one of the inviter’s.`,
  none: 'Forwarding, posting, joining a group or a look earn nothing and change nothing.',
  shop: (shop) => `From Linli ${shop}.`,
};

/** How inviting counts, said whole before anyone invites. */
export const referralRuleWords = pick(zh, en);
