import { pick } from '../pick';

const zh = {
  remind: {
    'order-on-its-way': { ask: '出门送时告诉我', note: '微信里收一条，只这一单', told: '出门送时告诉您' },
    'refund-arrived': { ask: '钱到账时告诉我', note: '微信里收一条，只这一笔', told: '钱到账时告诉您' },
    'coupon-expiring': { ask: '这张快到期时提醒我', note: '到期前一天，微信里收一条', told: '到期前一天提醒您' },
    'prize-waiting': { ask: '快过期时提醒我', note: '过期前两天，微信里收一条', told: '过期前两天提醒您' },
    'event-soon': { ask: '前一晚提醒我', note: '微信里收一条；要是取消了，也告诉您', told: '前一晚提醒您' },
  },
  remindAsk: '好',
  notAgreed: '没有打开提醒，不影响下单',
  tooSoon: '快到期了，来不及另外提醒',
  popupSee: '去看看',
  popupUntil: (when: string) => `到 ${when}`,
};
const en: typeof zh = {
  remind: {
    'order-on-its-way': { ask: 'Tell me when it leaves', note: 'One message, for this order', told: 'You will hear' },
    'refund-arrived': { ask: 'Tell me when it arrives', note: 'One message, for this refund', told: 'You will hear' },
    'coupon-expiring': { ask: 'Remind me of this one', note: 'One message, the day before', told: 'You will hear' },
    'prize-waiting': { ask: 'Remind me in time', note: 'One message, two days before', told: 'You will hear' },
    'event-soon': { ask: 'Remind me the evening before', note: 'One message', told: 'You will hear' },
  },
  remindAsk: 'Yes',
  notAgreed: 'No reminder set; orders do not depend on it',
  tooSoon: 'It ends too soon for a reminder',
  popupSee: 'Have a look',
  popupUntil: (when) => `until ${when}`,
};

export const noticeWords = pick(zh, en);
