import { pick } from '../pick';

const zh = {
  chooseEstate: '选您的小区',
  searchHint: '找菜、找店里的东西',
  left: '还剩',
  claimed: '放进您的券包了',
  chances: (count: number) => `还能抽 ${count} 次`,
  popular: '邻居常买',
  sortPopular: '卖得多',
  sortPrice: '价格',
  allShown: (name: string, count: number) => `${name} ${count} 样，都在这儿了`,
  wasNote: '划线价是近 7 天的最低成交价',
  emptyTitle: '这个架子正在补货',
  emptyNote: '明早 8 点上新，先看看别的。',
  emptyAction: '看邻居常买的',
  homeEmptyTitle: '货架正在摆',
  homeEmptyNote: '马上就好，过一会儿再来看看。',
};

const en: typeof zh = {
  chooseEstate: 'Choose your estate',
  searchHint: 'Search the shop',
  left: 'Ends in',
  claimed: 'In your coupons',
  chances: (count) => `${count} spins left`,
  popular: 'Neighbours buy',
  sortPopular: 'Popular',
  sortPrice: 'Price',
  allShown: (name, count) => `${name}: all ${count}`,
  wasNote: 'The struck price is the lowest paid in the last 7 days',
  emptyTitle: 'This shelf is being filled',
  emptyNote: 'New goods tomorrow at 8. See what else there is.',
  emptyAction: 'What neighbours buy',
  homeEmptyTitle: 'The shelves are being filled',
  homeEmptyNote: 'It will not take long. Look in again soon.',
};

/** Home and the catalogue. */
export const shopWords = pick(zh, en);
