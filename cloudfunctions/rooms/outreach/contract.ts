import * as v from 'valibot';
import { changes, cursor, id, nothing, optionalText, type Page, reads, text } from '../../contract';
import type { CouponView, TemplateView } from '../coupon/contract';
import { FORMATS, MOST_FLYERS } from './domain/batch';
import { PLACES } from './domain/flyer';
import { FUNNEL_BY } from './domain/funnel';
import { MEDIA } from './domain/link';

const scene = () => v.pipe(v.string(), v.regex(/^[A-Za-z0-9_-]{8,32}$/, 'a scene code of a flyer'));
const count = (most: number) => v.pipe(v.number(), v.safeInteger('a whole number'), v.minValue(1), v.maxValue(most));
const moment = () => v.pipe(v.number(), v.safeInteger('a moment in ms'), v.minValue(0));

/** Flyers that one tap puts up, from the one in the hand on: a stairwell of letter boxes. */
export const MOST_IN_A_ROW = 50;
/** Codes of one answer: each is a picture of some 50 KB, and an answer holds 1 MB. */
export const CODES_A_PAGE = 6;

type Place = (typeof PLACES)[number];

export interface LandingView {
  readonly channelId: string;
  readonly kind: 'flyer' | 'article' | 'staff' | 'search' | 'link';
  /** Null: the link is for no estate in particular. */
  readonly estateId: string | null;
  readonly estateName: string;
  /** The promoter's own words (3 号楼电梯口), or ''. */
  readonly place: string;
  readonly placeKind: Place | null;
  readonly campaignTitle: string;
  readonly campaignLine: string;
  readonly endsAtMs: number;
  /** The code's own offer: claimed by `outreach.claim`. */
  readonly template: TemplateView | null;
  readonly goods: readonly string[];
  /** End of what the banner offers just now (early market); null: none. */
  readonly bannerEndsAtMs: number | null;
  /** No paid order yet: the first-order reduction is for this resident. */
  readonly isNew: boolean;
  /** What the campaign gives besides; null: nothing of the kind. */
  readonly firstOrderOffFen: number | null;
  readonly freeFreightFromFen: number | null;
  /** Null: of no estate in particular. */
  readonly baseFreightFen: number | null;
}

/** People by how far they came; each is counted once. */
export interface CountsView {
  readonly scanned: number;
  /** Never had come before by any other way, and had paid nothing yet. */
  readonly joined: number;
  readonly claimed: number;
  /** Their first paid order that counts for it. */
  readonly paid: number;
}

export interface FlyerView extends CountsView {
  readonly flyerId: string;
  readonly batchId: string;
  readonly estateId: string;
  readonly estateName: string;
  readonly batchTitle: string;
  readonly batchSize: number;
  /** 1 to batchSize */
  readonly number: number;
  readonly printedAtMs: number;
  readonly expiresAtMs: number;
  readonly place: Place | null;
  readonly note: string;
  readonly state: 'printed' | 'active' | 'retired' | 'expired';
  readonly activatedAtMs: number | null;
  readonly promoterId: string | null;
  readonly promoterName: string | null;
  readonly scene: string;
}

export interface BatchView extends CountsView {
  readonly batchId: string;
  readonly title: string;
  readonly size: number;
  readonly format: (typeof FORMATS)[number];
  readonly estateId: string;
  readonly estateName: string;
  readonly campaignTitle: string;
  readonly templateTitle: string;
  readonly promoterName: string | null;
  readonly expiresAtMs: number;
  readonly madeAtMs: number;
  readonly state: 'open' | 'retired' | 'expired';
}

export interface LinkView extends CountsView {
  readonly linkId: string;
  readonly title: string;
  readonly medium: (typeof MEDIA)[number];
  readonly campaignTitle: string;
  readonly templateTitle: string | null;
  readonly estateName: string | null;
  readonly expiresAtMs: number;
  readonly madeAtMs: number;
  readonly state: 'open' | 'retired' | 'expired';
  readonly scene: string;
  /** Of the mini-program, for articles and menus: page and query. */
  readonly path: string;
}

export interface FunnelView extends CountsView {
  readonly by: (typeof FUNNEL_BY)[number];
  readonly key: string;
  /** In people's words where the shop knows them (a batch's title, a promoter's name), else ''. */
  readonly name: string;
  readonly batchId: string | null;
}

export interface PrintedCode {
  readonly number: number;
  readonly scene: string;
  /** PNG, base64: in WeChat a mini-program code. */
  readonly picture: string;
}

export const outreachContract = {
  /** Reads the code and notes the entry channel (first and last touch). A forged, retired, expired or sleeping code is refused with its own code. */
  'outreach.land': reads(v.strictObject({ scene: scene() }))<LandingView>(),
  /** `templateId`: the coupon that landing showed; with it the claim is one round trip shorter. */
  'outreach.claim': changes(v.strictObject({ scene: scene(), templateId: v.optional(id()) }))<{
    readonly coupon: CouponView;
  }>(),
};

export const staffOutreachContract = {
  'outreach.flyer': reads(v.strictObject({ scene: scene() }))<FlyerView>(),
  /** `estateId`: where the promoter stands. `inRow`: as many from this one on, by their numbers. */
  'outreach.activateFlyer': reads(
    v.strictObject({
      scene: scene(),
      place: v.picklist(PLACES),
      note: optionalText(60),
      estateId: v.optional(id()),
      inRow: v.optional(count(MOST_IN_A_ROW)),
    }),
  )<FlyerView>(),
  'outreach.reassignFlyer': reads(v.strictObject({ scene: scene(), promoterId: id() }))<FlyerView>(),
  'outreach.retireFlyer': reads(v.strictObject({ scene: scene() }))<FlyerView>(),
  'outreach.myFlyers': reads(nothing())<{
    readonly flyers: readonly FlyerView[];
    readonly today: CountsView;
  }>(),
  /** Whom flyers can be given to. */
  'outreach.promoters': reads(nothing())<{
    readonly promoters: readonly { readonly staffId: string; readonly name: string }[];
  }>(),
  /** What a batch or a link can be made of. */
  'outreach.choices': reads(nothing())<{
    readonly estates: readonly { readonly estateId: string; readonly name: string }[];
    readonly campaigns: readonly { readonly campaignId: string; readonly title: string; readonly endsAtMs: number }[];
    readonly templates: readonly {
      readonly templateId: string;
      readonly title: string;
      readonly campaignId: string;
      readonly channels: readonly string[];
    }[];
    readonly promoters: readonly { readonly staffId: string; readonly name: string }[];
  }>(),
  'outreach.makeBatch': changes(
    v.strictObject({
      title: text(20),
      estateId: id(),
      campaignId: id(),
      templateId: id(),
      size: count(MOST_FLYERS),
      format: v.picklist(FORMATS),
      expiresAtMs: moment(),
      promoterId: v.optional(id()),
    }),
  )<{ readonly batchId: string; readonly size: number }>(),
  'outreach.batches': reads(v.strictObject({ cursor: cursor() }))<Page<BatchView>>(),
  'outreach.batch': reads(v.strictObject({ batchId: id() }))<{
    readonly batch: BatchView;
    readonly places: readonly FunnelView[];
  }>(),
  'outreach.retireBatch': reads(v.strictObject({ batchId: id() }))<BatchView>(),
  /** The codes of a batch from a number on, for the printer. */
  'outreach.sheet': reads(v.strictObject({ batchId: id(), from: count(MOST_FLYERS) }))<{
    readonly batch: BatchView;
    readonly codes: readonly PrintedCode[];
  }>(),
  'outreach.makeLink': changes(
    v.strictObject({
      title: text(20),
      medium: v.picklist(MEDIA),
      campaignId: id(),
      templateId: v.optional(id()),
      estateId: v.optional(id()),
      expiresAtMs: moment(),
    }),
  )<{ readonly linkId: string; readonly scene: string }>(),
  'outreach.links': reads(v.strictObject({ cursor: cursor() }))<Page<LinkView>>(),
  'outreach.retireLink': reads(v.strictObject({ linkId: id() }))<LinkView>(),
  /** Those that brought the most people first. */
  'outreach.funnel': reads(v.strictObject({ by: v.picklist(FUNNEL_BY), cursor: cursor() }))<Page<FunnelView>>(),
};
