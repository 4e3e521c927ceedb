import * as v from 'valibot';
import { changes, id, nothing, optionalText, reads } from '../../contract';
import type { CouponView, TemplateView } from '../coupon/contract';

const scene = () => v.pipe(v.string(), v.regex(/^[A-Za-z0-9_-]{8,32}$/, 'a scene code of a flyer'));

export interface LandingView {
  readonly channelId: string;
  readonly estateId: string;
  readonly estateName: string;
  readonly place: string;
  readonly campaignTitle: string;
  readonly campaignLine: string;
  readonly endsAtMs: number;
  /** The flyer's own offer: claimed by `outreach.claim`. */
  readonly template: TemplateView | null;
  readonly goods: readonly string[];
}

export interface FlyerView {
  readonly flyerId: string;
  readonly batchId: string;
  readonly estateName: string;
  readonly place: string | null;
  readonly state: 'printed' | 'active' | 'retired' | 'expired';
  readonly activatedAtMs: number | null;
  readonly promoterName: string | null;
  readonly scanned: number;
  readonly claimed: number;
  readonly scene: string;
}

export const outreachContract = {
  /** Reads the flyer and notes the entry channel (first and last touch). A forged, retired, expired or sleeping code is refused with its own code. */
  'outreach.land': reads(v.strictObject({ scene: scene() }))<LandingView>(),
  'outreach.claim': changes(v.strictObject({ scene: scene() }))<{ readonly coupon: CouponView }>(),
};

export const staffOutreachContract = {
  'outreach.flyer': reads(v.strictObject({ scene: scene() }))<FlyerView>(),
  'outreach.activateFlyer': reads(
    v.strictObject({ scene: scene(), place: v.picklist(['gate', 'lift', 'board', 'letterbox', 'stall', 'other']), note: optionalText(60) }),
  )<FlyerView>(),
  'outreach.retireFlyer': reads(v.strictObject({ scene: scene() }))<FlyerView>(),
  'outreach.myFlyers': reads(nothing())<{ readonly flyers: readonly FlyerView[]; readonly today: { readonly scanned: number; readonly claimed: number } }>(),
};
