import * as v from 'valibot';
import { changes, cursor, id, nothing, oneLine, optionalText, type Page, phone, reads, text } from '../../contract';
import type { Tier } from '../../kernel/wallet';

export interface SessionView {
  readonly residentId: string;
  /** No received or paid order yet: the server alone knows. */
  readonly isNew: boolean;
  readonly nickname: string;
  readonly estate: EstateView | null;
  readonly tier: Tier;
  readonly spendablePoints: number;
  readonly pendingPoints: number;
  readonly usableCoupons: number;
  readonly openChances: number;
  /** The draw of my open chances, else the one that orders bring chances for now. */
  readonly drawId: string | null;
  readonly unclaimedPrizes: number;
  readonly cartCount: number;
  /** Progress to the next tier; null at the top. */
  readonly nextTier: {
    readonly tier: Tier;
    readonly gapFen: number;
    readonly gapOrders: number;
    readonly spentFen: number;
    readonly orders: number;
    readonly needFen: number;
    readonly needOrders: number;
  } | null;
  readonly roles: readonly string[];
}

export interface EstateView {
  readonly estateId: string;
  readonly name: string;
  readonly district: string;
  /** served: always. campaign: while a campaign widens the radius. none: not yet. */
  readonly service: 'served' | 'campaign' | 'none';
  /** End of the campaign that reaches it; null unless service is campaign. */
  readonly servedUntilMs: number | null;
  readonly street: string;
  readonly distanceMeters: number;
  readonly buildings: readonly string[];
}

export interface AddressView {
  readonly addressId: string;
  readonly estateId: string;
  readonly estateName: string;
  readonly building: string;
  readonly room: string;
  readonly contactName: string;
  /** Full for its owner; masked elsewhere. */
  readonly phone: string;
  readonly isDefault: boolean;
}

export const accountContract = {
  /** Creates the resident's wallet and profile at the first call. */
  'account.session': reads(nothing())<SessionView>(),
  'account.estates': reads(v.strictObject({ search: optionalText(40), cursor: cursor() }))<Page<EstateView>>(),
  'account.chooseEstate': reads(v.strictObject({ estateId: id() }))<SessionView>(),
  /** Shown to neighbours (cards, boards): checked by WeChat before anyone sees it. Refused: TEXT_REFUSED, TEXT_UNCHECKED. */
  'account.saveName': reads(v.strictObject({ name: oneLine(12) }))<{ readonly nickname: string }>(),
  'account.addresses': reads(nothing())<{ readonly addresses: readonly AddressView[] }>(),
  /** Without addressId: a new one (at most 20). */
  'account.saveAddress': changes(
    v.strictObject({
      addressId: v.optional(id()),
      estateId: id(),
      building: text(20),
      room: text(20),
      contactName: text(20),
      phone: phone(),
      isDefault: v.optional(v.boolean(), false),
    }),
  )<{ readonly addresses: readonly AddressView[] }>(),
  'account.removeAddress': reads(v.strictObject({ addressId: id() }))<{ readonly addresses: readonly AddressView[] }>(),
};
