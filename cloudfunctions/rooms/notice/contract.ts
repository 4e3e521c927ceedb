import * as v from 'valibot';
import { nothing, reads } from '../../contract';
import { MESSAGE_KINDS, type MessageKind } from '../../kernel/messages';

/** WeChat's dialog asks for at most 3 templates that are sent once. */
const MOST_AT_ONCE = 3;

export interface PopupView {
  readonly campaignId: string;
  readonly title: string;
  readonly line: string;
  readonly picture: string;
  readonly target: 'draw' | 'coupons' | 'category' | 'campaign';
  readonly targetId: string | null;
  readonly endsAtMs: number;
}

/** The id of an order, refund, coupon or prize: a prize has its chance's. */
const about = () => v.pipe(v.string(), v.regex(/^[a-z0-9_:-]{1,130}$/, 'an id of what the message is about'));

export const noticeContract = {
  /** What the resident said yes to. Safe to repeat by nature: a message is found by its id. */
  'notice.agree': reads(
    v.strictObject({
      messages: v.pipe(
        v.array(v.strictObject({ kind: v.picklist(MESSAGE_KINDS), about: about() })),
        v.minLength(1),
        v.maxLength(MOST_AT_ONCE),
      ),
    }),
  )<{ readonly kept: readonly MessageKind[] }>(),
  /** Marks what it gives as shown. */
  'notice.popup': reads(nothing())<{ readonly popup: PopupView | null }>(),
};
