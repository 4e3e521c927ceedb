/** What pages see of groups. */
export interface GroupView {
  readonly groupId: string;
  readonly name: string;
  readonly number: number;
  readonly kind: 'ordinary' | 'wecom';
  /** Who of the shop is in it. */
  readonly keeper: string;
  /** File id of the code to press long. */
  readonly picture: string;
  /** Null: WeCom renews it by itself. */
  readonly expiresAtMs: number | null;
  readonly seats: number;
  /** The shop's last count and who was shown the code since: an estimate. */
  readonly members: number;
  readonly seatsLeft: number;
  /** Number of the group whose code is shown when this one is full; null: staff makes a new one. */
  readonly nextNumber: number | null;
}

export interface GroupEntryView {
  readonly estateId: string;
  readonly estateName: string;
  /** Null: none has a seat and a living code just now; staff has been told. */
  readonly group: GroupView | null;
  /** Another one can be shown instead. */
  readonly canSwap: boolean;
}

export interface BoardGood {
  readonly skuId: string;
  readonly productId: string;
  readonly name: string;
  readonly spec: string;
  readonly picture: string;
  readonly tint: string;
  /** Different residents of the estate who bought it today; never below `leastShown`. */
  readonly neighbours: number;
}

export interface GroupBoardView {
  readonly estateId: string;
  readonly estateName: string;
  /** Different residents who ordered today; null: fewer than `leastShown`. */
  readonly neighbours: number | null;
  /** The most bought first, at most 10. */
  readonly goods: readonly BoardGood[];
  /** Numbers below this are shown to nobody. */
  readonly leastShown: number;
}

export interface GroupEnteredView {
  /** False: the chat is none of the shop's groups. */
  readonly isOurs: boolean;
  /** The resident's estate from now on. */
  readonly estateId: string | null;
}

/** `showing`: the entry shows this one. `waiting`: it comes when those before it are full. */
export type GroupStanding = 'showing' | 'waiting' | 'full' | 'expired' | 'no-picture' | 'closed';

export interface StaffGroupView extends Omit<GroupView, 'picture' | 'nextNumber'> {
  readonly picture: string | null;
  readonly standing: GroupStanding;
  readonly pictureAtMs: number | null;
  /** When staff last counted. */
  readonly countedAtMs: number;
  /** Residents who said that this code does not open. */
  readonly troubled: number;
  /** A card was opened in this chat by staff: who comes from there is known. */
  readonly isLinked: boolean;
  readonly joinWayId: string | null;
}

/** Why an estate needs staff: nothing to show, few seats in all, or the last code ends soon. */
export type GroupAttention = 'none-left' | 'few-seats' | 'ends-soon';

export interface EstateGroupsView {
  readonly estateId: string;
  readonly estateName: string;
  readonly attention: GroupAttention | null;
  readonly seatsLeft: number;
  readonly groups: readonly StaffGroupView[];
}
