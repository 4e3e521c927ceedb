import type { accountContract } from '@rooms/account/contract';
import type { campaignContract } from '@rooms/campaign/contract';
import type { catalogContract } from '@rooms/catalog/contract';
import type { couponContract } from '@rooms/coupon/contract';
import type { drawContract, staffDrawContract } from '@rooms/draw/contract';
import type { eventContract, staffEventContract } from '@rooms/event/contract';
import type { groupContract, staffGroupContract } from '@rooms/group/contract';
import type { loyaltyContract } from '@rooms/loyalty/contract';
import type { noticeContract } from '@rooms/notice/contract';
import type { orderContract, staffOrderContract } from '@rooms/order/contract';
import type { outreachContract, staffOutreachContract } from '@rooms/outreach/contract';
import type { referralContract, staffReferralContract } from '@rooms/referral/contract';
import type { rewardContract, staffRewardContract } from '@rooms/reward/contract';
import type { InputOf, OperationContract, OutputOf } from '../../cloudfunctions/contract';
import { act } from './act';
import { ask, call } from './call';
import type { Reply } from './reply';

/** What each door knows, from the rooms' own contracts. Types only: nothing of the server is in the app. */
export type ResidentDoor = typeof accountContract &
  typeof campaignContract &
  typeof catalogContract &
  typeof couponContract &
  typeof drawContract &
  typeof eventContract &
  typeof groupContract &
  typeof loyaltyContract &
  typeof noticeContract &
  typeof orderContract &
  typeof outreachContract &
  typeof referralContract &
  typeof rewardContract;
export type StaffDoor = typeof staffDrawContract &
  typeof staffEventContract &
  typeof staffGroupContract &
  typeof staffOrderContract &
  typeof staffOutreachContract &
  typeof staffReferralContract &
  typeof staffRewardContract;

type Contracts = Readonly<Record<string, OperationContract>>;
type In<D, K extends keyof D> = D[K] extends OperationContract ? InputOf<D[K]> : never;
type Out<D, K extends keyof D> = OutputOf<D[K]>;

function doorOf<D extends Contracts>(door: 'resident' | 'staff') {
  return {
    /** Data for a page. @throws NetworkError, RefusedError */
    ask: <K extends keyof D & string>(operation: K, input: In<D, K>): Promise<Out<D, K>> =>
      ask<Out<D, K>>(door, operation, input as object),
    /** A step that is safe to repeat by its nature; refusals are values. @throws NetworkError */
    call: <K extends keyof D & string>(operation: K, input: In<D, K>): Promise<Reply<Out<D, K>>> =>
      call<Out<D, K>>(door, operation, input as object),
    /** A wish that is carried out once, with a request key (act.ts). @throws NetworkError */
    act: <K extends keyof D & string>(
      wish: string,
      operation: K,
      input: In<D, K>,
    ): Promise<Reply<Out<D, K>> & { earlier?: boolean }> => act<Out<D, K>>(wish, door, operation, input as object),
  };
}

export const resident = doorOf<ResidentDoor>('resident');
export const staff = doorOf<StaffDoor>('staff');
