import { pick } from '../pick';

const zh = {
  mark: '送',
  times: (count: number) => `×${count}`,
  worth: (yuan: string) => `值 ${yuan}`,
  substitute: '原来那样送完了，换成这个',
  otherwise: (name: string) => `送完换${name}`,
  gone: '赠品送完了',
  nowGives: (name: string) => `送完了，现在送${name}`,
  each: (units: number, times: number | null) =>
    times === 1 ? `买 ${units} 件` : times === null ? `每买 ${units} 件` : `每买 ${units} 件，最多 ${times} 次`,
  gives: (name: string, count: number) => (count > 1 ? `送${name} ${count} 份` : `送${name}`),
  kind: '赠品',
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
  otherwise: (name) => `then ${name}`,
  gone: 'All gifts are gone',
  nowGives: (name) => `Gone, now ${name}`,
  each: (units, times) =>
    times === 1 ? `Buy ${units}` : times === null ? `Every ${units}` : `Every ${units}, at most ${times} times`,
  gives: (name, count) => (count > 1 ? `get ${count} × ${name}` : `get ${name}`),
  kind: 'Gift',
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
