import * as v from 'valibot';
import { changes, nothing, optionalText, reads } from '../../contract';
import type { CouponView, TemplateView } from '../coupon/contract';

const scene = () => v.pipe(v.string(), v.regex(/^[A-Za-z0-9_-]{8,32}$/, 'a scene code of a flyer'));

export interface LandingView {
  readonly channelId: string;
  readonly estateId: string;
  readonly estateName: string;
  /** The promoter's own words (3 号楼电梯口), or ''. */
  readonly place: string;
  readonly placeKind: 'gate' | 'lift' | 'board' | 'letterbox' | 'stall' | 'other' | null;
  readonly campaignTitle: string;
  readonly campaignLine: string;
  readonly endsAtMs: number;
  /** The flyer's own offer: claimed by `outreach.claim`. */
  readonly template: TemplateView | null;
  readonly goods: readonly string[];
  /** End of what the banner offers just now (early market); null: none. */
  readonly bannerEndsAtMs: number | null;
  /** No paid order yet: the first-order reduction is for this resident. */
  readonly isNew: boolean;
  /** What the campaign gives besides; null: nothing of the kind. */
  readonly firstOrderOffFen: number | null;
  readonly freeFreightFromFen: number | null;
  readonly baseFreightFen: number;
}

export interface FlyerView {
  readonly flyerId: string;
  readonly batchId: string;
  readonly estateName: string;
  readonly batchTitle: string;
  readonly batchSize: number;
  /** 1 to batchSize */
  readonly number: number;
  readonly printedAtMs: number;
  readonly expiresAtMs: number;
  readonly place: 'gate' | 'lift' | 'board' | 'letterbox' | 'stall' | 'other' | null;
  readonly note: string;
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
    v.strictObject({
      scene: scene(),
      place: v.picklist(['gate', 'lift', 'board', 'letterbox', 'stall', 'other']),
      note: optionalText(60),
    }),
  )<FlyerView>(),
  'outreach.retireFlyer': reads(v.strictObject({ scene: scene() }))<FlyerView>(),
  'outreach.myFlyers': reads(nothing())<{
    readonly flyers: readonly FlyerView[];
    readonly today: { readonly scanned: number; readonly claimed: number };
  }>(),
};
