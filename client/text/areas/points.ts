import { pick } from '../pick';

const zh = {
  balance: '能用的积分',
  worth: (yuan: string) => `下单时能抵 ${yuan}`,
  pending: (points: number) => `${points} 分等售后期过了到账`,
  expiring: (points: number, day: string) => `${points} 分 ${day}到期，先用它们`,
  debt: '退款收回的积分还差一点，下次收货先补上',
  history: '积分明细',
  emptyTitle: '还没有积分',
  emptyNote: '收一单货，每 1 元得 1 分，100 分抵 1 元。',
  emptyAction: '去看看今天的菜',
  how: '怎么得、怎么用',
  rules: [
    '收货后，实付商品每满 1 元得 1 分，会员按倍数多得',
    '下单时 100 分抵 1 元，最多抵商品的一半',
    '得到的积分 12 个月后的月底到期，先到期的先用',
    '退款时，用掉的积分退回，得到的积分按比例收回',
  ],
};

const en: typeof zh = {
  balance: 'Points to spend',
  worth: (yuan) => `Worth ${yuan} at checkout`,
  pending: (points) => `${points} come after the return window`,
  expiring: (points, day) => `${points} expire ${day}`,
  debt: 'Points taken back by a refund are filled first',
  history: 'History',
  emptyTitle: 'No points yet',
  emptyNote: 'Each yuan received earns a point; 100 points pay 1 yuan.',
  emptyAction: 'See what is fresh today',
  how: 'How they work',
  rules: [
    'On receipt: one point for each yuan paid for goods, more by tier',
    'At checkout 100 points pay 1 yuan, up to half of the goods',
    'They expire at the end of the month 12 months on, oldest first',
    'A refund gives back points spent and takes back points earned',
  ],
};

/** The points page. */
export const pointsWords = pick(zh, en);
