import { pick } from '../pick';

const zh = {
  title: '没办成的事',
  intro: (open: number) => `${open} 件试了十次还没办成。每小时会再试，修好原因后可以马上重办，办几次都只算一次。`,
  emptyTitle: '都办成了',
  emptyNote: '试了十次还没办成的会排到这里。',
  emptyAction: '再看看',
  kinds: {
    'reward.issue': '发奖励',
    'reward.revoke': '收回奖励',
    'reward.payout': '记奖金',
    'reward.withhold': '扣下奖金',
    'loyalty.earn': '收货积分',
    'loyalty.takeBack': '退款收回积分',
    'order.return': '退款还券还积分',
    'cell.credit': '退回库存或预算',
    'cell.settle': '结清库存或预算',
    'wallet.settle': '结清卡包',
    'pay.refund': '向微信退款',
    'notice.send': '发微信消息',
    'channel.paid': '记到渠道',
    'group.ordered': '记到小区榜',
    'prize.bring': '随单带到的奖品',
    'referral.received': '记邻居收货',
    'referral.refunded': '记邻居退货',
  } as Readonly<Record<string, string>>,
  other: (kind: string) => `其他（${kind}）`,
  target: (target: string) => `对象 ${target}`,
  from: (collection: string, id: string) => `来自 ${collection} ${id}`,
  tries: (tries: number, when: string) => `试了 ${tries} 次，最近 ${when}`,
  rerun: '马上重办',
  done: '办成了',
  still: '还是没办成，原因写在上面',
};

const en: typeof zh = {
  title: 'Left undone',
  intro: (open) =>
    `${open} failed ten times. Each is tried hourly; mend the cause and run it now. It counts once, however often.`,
  emptyTitle: 'Nothing left undone',
  emptyNote: 'What fails ten times comes here.',
  emptyAction: 'Look again',
  kinds: {},
  other: (kind) => kind,
  target: (target) => `On ${target}`,
  from: (collection, id) => `From ${collection} ${id}`,
  tries: (tries, when) => `${tries} tries, last ${when}`,
  rerun: 'Run it now',
  done: 'Done',
  still: 'Failed again; the reason is above',
};

/** Effects that keep failing. */
export const staffLetterWords = pick(zh, en);
