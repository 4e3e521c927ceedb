import { pick } from '../pick';

const zh = {
  title: (estate: string) => `${estate}的邻居群`,
  line: '到货、停送、拼菜，群里先说一声',
  keeper: (name: string) => `${name} 在群里`,
  seats: (left: number) => `还有 ${left} 个位子`,
  press: '长按图片，识别二维码',
  pictureOf: (name: string) => `${name}的二维码`,
  until: (day: string) => `${day}前有效，到期会自动换新码`,
  renewed: '这个码一直有效',
  members: (members: number, seats: number, next: number | null) =>
    next === null
      ? `${members} 位邻居在群里，一共 ${seats} 个位子`
      : `${members} 位邻居在群里，满 ${seats} 自动换 ${next} 群`,
  what: '群里都有什么',
  things: [
    { picture: 'greens', tint: 'sage', title: '每天早上 7 点', note: '今天到了什么菜，先看图' },
    { picture: 'umbrella', tint: 'oat', title: '刮风下雨', note: '停送、改时间，第一时间说' },
    { picture: 'pot', tint: 'rose', title: '周末', note: '试吃和集市，想来就来' },
  ],
  same: '进不进群，券和价格都一样',
  cannot: '码扫不开？',
  swap: '换一个码',
  tell: '告诉店长',
  told: '告诉店长了，谢谢您',
  noOther: '眼下只有这一个群，先告诉店长吧',
  none: '新的群还在建',
  noneNote: '店长已经知道了，过半天再来看看',
  noEstate: '先选您住的小区',
  noEstateNote: '每个小区有自己的群',
  choose: '去选小区',
  board: '今天邻居买了什么',
  boardAside: (count: number) => `${count} 户买过`,
  bought: (count: number) => `${count} 户`,
  boardNote: (least: number) => `只数户数，不写是谁；不到 ${least} 户的不显示`,
  boardNone: '今天买的邻居还不多，晚些时候再来看',
};

const en: typeof zh = {
  title: (estate) => `Neighbours of ${estate}`,
  line: 'Deliveries, delays, shared orders: said here first',
  keeper: (name) => `${name} is in it`,
  seats: (left) => `${left} seats left`,
  press: 'Press the picture long to join',
  pictureOf: (name) => `Code of ${name}`,
  until: (day) => `Good until ${day}, then a new one comes by itself`,
  renewed: 'This code stays good',
  members: (members, seats, next) =>
    next === null ? `${members} of ${seats} seats taken` : `${members} in it; at ${seats} group ${next} is shown`,
  what: 'What is said there',
  things: [
    { picture: 'greens', tint: 'sage', title: 'At 7 each morning', note: 'What came in today, with pictures' },
    { picture: 'umbrella', tint: 'oat', title: 'In wind and rain', note: 'Delays and changes, at once' },
    { picture: 'pot', tint: 'rose', title: 'At weekends', note: 'Tastings and markets' },
  ],
  same: 'Coupons and prices are the same without joining',
  cannot: 'Does not open? ',
  swap: 'Another code',
  tell: 'Tell the shop',
  told: 'The shop knows, thank you',
  noOther: 'There is only this one just now',
  none: 'A new group is being made',
  noneNote: 'The shop knows. Look again in half a day.',
  noEstate: 'Choose your estate first',
  noEstateNote: 'Each estate has its own group',
  choose: 'Choose',
  board: 'What neighbours bought today',
  boardAside: (count) => `${count} households`,
  bought: (count) => `${count} households`,
  boardNote: (least) => `Households are counted, never named; fewer than ${least} are not shown`,
  boardNone: 'Not many have ordered yet today',
};

/** The estate's chat, and what its neighbours ordered today. */
export const groupWords = pick(zh, en);
