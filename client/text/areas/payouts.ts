import { pick } from '../pick';

const zh = {
  title: '收到的奖金',
  intro: '店里核对后就能收，钱到微信零钱。点了收款，24 小时内在微信里点一下确认。',
  emptyTitle: '还没有奖金',
  emptyNote: '有了会在这里，收多少写得清清楚楚。',
  emptyAction: '回首页看看',
  from: (rule: string, when: string) => `${rule}，${when}`,
  paid: (when: string) => `${when} 到账`,
  receive: '收款',
  again: '再收一次',
  goOn: '去确认收款',
  waits: '微信还没回话，过一会儿再看',
  taken: '收好了，到账会在这里写明',
  notTaken: '还没收，随时可以再点',
  tooOld: '微信版本旧了，升级后就能收',
};

const en: typeof zh = {
  title: 'Money received',
  intro: 'Once the shop has checked it you can take it into your WeChat balance. Confirm in WeChat within 24 hours.',
  emptyTitle: 'No money yet',
  emptyNote: 'It will be here, with its exact sum.',
  emptyAction: 'To the shop',
  from: (rule, when) => `${rule}, ${when}`,
  paid: (when) => `Arrived ${when}`,
  receive: 'Take it',
  again: 'Take it again',
  goOn: 'Confirm in WeChat',
  waits: 'WeChat has not answered yet; look again in a while',
  taken: 'Taken. It will say here when it has arrived',
  notTaken: 'Not taken yet; tap again at any time',
  tooOld: 'This WeChat is too old to take it',
};

/** Money that a reward brought, as its resident sees it. */
export const payoutWords = pick(zh, en);
