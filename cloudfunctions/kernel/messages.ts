import { hashOf } from './ids';
import { type EpochMs, minuteOfDay, shanghaiDate } from './period';

/**
 * The subscription messages (订阅消息) of the shop, all of them here: WeChat's template, the page that a tap opens, and what
 * stands in its fields. A shop puts the ids in that its own mini-program was given (mp.weixin.qq.com, 订阅消息); the fields
 * must be the template's. The client asks for leave by these ids, the server sends by them.
 */
interface Template<Facts> {
  readonly templateId: string;
  /** Without a leading slash (WeChat's 41030). */
  readonly page: (about: string) => string;
  readonly fields: (facts: Facts) => { readonly [field: string]: string };
}

export interface MessageFacts {
  readonly 'order-on-its-way': { readonly goods: string; readonly number: string };
  readonly 'refund-arrived': { readonly number: string; readonly amountFen: number; readonly atMs: EpochMs };
  readonly 'coupon-expiring': { readonly title: string; readonly untilMs: EpochMs };
  readonly 'prize-waiting': { readonly title: string; readonly untilMs: EpochMs };
  readonly 'event-soon': {
    readonly title: string;
    readonly place: string;
    readonly startsAtMs: EpochMs;
    readonly isCalledOff: boolean;
  };
}
export type MessageKind = keyof MessageFacts;

/** WeChat's limits on what stands in a field, in characters (subscribeMessage.send, 47003 above them). */
const THING_CHARS = 20;
const CODE_CHARS = 32;

export const MESSAGE_TEMPLATES: { readonly [K in MessageKind]: Template<MessageFacts[K]> } = {
  'order-on-its-way': {
    templateId: 'local_order_on_its_way',
    page: (orderId) => `packages/order/pages/detail/index?id=${orderId}`,
    fields: ({ goods, number }) => ({
      thing1: thing(goods),
      character_string2: number.slice(0, CODE_CHARS),
      thing3: thing('配送员出门了，请留意电话'),
    }),
  },
  'refund-arrived': {
    templateId: 'local_refund_arrived',
    page: () => 'packages/order/pages/refunds/index',
    fields: ({ number, amountFen, atMs }) => ({
      character_string1: number.slice(0, CODE_CHARS),
      amount2: yuan(amountFen),
      time3: dateAndTime(atMs),
      thing4: thing('退款已原路到账'),
    }),
  },
  'coupon-expiring': {
    templateId: 'local_coupon_expiring',
    page: () => 'packages/coupon/pages/mine/index',
    fields: ({ title, untilMs }) => ({
      thing1: thing(title),
      time2: dateAndTime(untilMs),
      thing3: thing('快到期了，用掉它再走'),
    }),
  },
  'prize-waiting': {
    templateId: 'local_prize_waiting',
    page: () => 'packages/draw/pages/prizes/index',
    fields: ({ title, untilMs }) => ({
      thing1: thing(title),
      time2: dateAndTime(untilMs),
      thing3: thing('奖品还在店里等您来领'),
    }),
  },
  'event-soon': {
    templateId: 'local_event_soon',
    page: (eventId) => `packages/event/pages/event/index?id=${eventId}`,
    fields: ({ title, place, startsAtMs, isCalledOff }) => ({
      thing1: thing(title),
      time2: dateAndTime(startsAtMs),
      thing3: thing(place),
      thing4: thing(isCalledOff ? '活动取消了，不用来了' : '到时候出示签到码'),
    }),
  },
};

export const MESSAGE_KINDS = Object.keys(MESSAGE_TEMPLATES) as readonly MessageKind[];

/** One message for one resident about one thing, however often it is asked for or caused. */
export const messageId = (kind: MessageKind, residentId: string, about: string): string =>
  `msg_${hashOf(kind, residentId, about)}`;

/** What WeChat is asked to send. */
export function messageOf<K extends MessageKind>(kind: K, about: string, facts: MessageFacts[K]) {
  const { templateId, page, fields } = MESSAGE_TEMPLATES[kind];
  return { templateId, page: page(about), data: fields(facts) };
}

function thing(text: string): string {
  const characters = [...text];
  return characters.length <= THING_CHARS ? text : `${characters.slice(0, THING_CHARS - 1).join('')}…`;
}

const yuan = (fen: number): string => `¥${(fen / 100).toFixed(2)}`;

const two = (value: number): string => String(value).padStart(2, '0');

/** 2026年11月22日 10:05, Shanghai. */
function dateAndTime(atMs: EpochMs): string {
  const { year, month, day } = shanghaiDate(atMs);
  const minute = minuteOfDay(atMs);
  return `${year}年${month}月${day}日 ${two(Math.floor(minute / 60))}:${two(minute % 60)}`;
}
