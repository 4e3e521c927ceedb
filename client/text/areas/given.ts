import { pick } from '../pick';

const zh = {
  mark: '送',
  times: (count: number) => `×${count}`,
  worth: (yuan: string) => `值 ${yuan}`,
  substitute: '原来那样送完了，换成这个',
  fromSpend: (yuan: string) => `满 ${yuan} 送的`,
  extra: '加餐',
  extraFrom: (yuan: string) => `满 ${yuan} 就有`,
  benefit: {
    gift: '一份礼',
    coupon: '一张券，收货后到账',
    'freight-upgrade': '加急免费',
    warranty: (months: number) => `延保 ${months} 个月`,
    support: (days: number) => `专人客服 ${days} 天`,
    chances: (count: number) => `${count} 次抽奖`,
    points: (count: string) => `${count} 积分`,
  },
};

const en: typeof zh = {
  mark: 'gift',
  times: (count) => `×${count}`,
  worth: (yuan) => `worth ${yuan}`,
  substitute: 'In place of one that ran out',
  fromSpend: (yuan) => `From ${yuan} on`,
  extra: 'Extra',
  extraFrom: (yuan) => `From ${yuan} on`,
  benefit: {
    gift: 'a gift',
    coupon: 'A coupon, on receipt',
    'freight-upgrade': 'Express for free',
    warranty: (months) => `${months} more months of warranty`,
    support: (days) => `Your own support for ${days} days`,
    chances: (count) => `${count} spins`,
    points: (count) => `${count} points`,
  },
};

/** What comes with an order without a price: gifts and add-ons. */
export const givenWords = pick(zh, en);
