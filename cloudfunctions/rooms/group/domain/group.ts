import { DAY_MS } from '../../../kernel/period';

/** WeChat admits 200 by a picture code; who comes later must be invited by a member (platform.md, group). */
export const ORDINARY_SEATS = 200;
/** An ordinary group's picture code lives 7 days (platform.md, group). */
export const PICTURE_LIFE_MS = 7 * DAY_MS;

/** A chat of an estate's neighbours (小区群). */
export type Group = {
  readonly _id: string;
  /** Raised by every change of staff: the condition of the next one. */
  readonly rev: number;
  readonly estateId: string;
  /** 1, 2, 3 … in its estate: the order in which groups are filled. */
  readonly number: number;
  readonly name: string;
  readonly keeper: string;
  /** wecom: a customer group of WeCom, which renews its code and opens further rooms by itself. */
  readonly kind: 'ordinary' | 'wecom';
  readonly joinWayId: string | null;
  readonly seats: number;
  readonly isOpen: boolean;
  readonly picture: GroupPicture | null;
  /** What staff saw in WeChat. */
  readonly counted: { readonly members: number; readonly atMs: number };
  /** Residents who were shown the code since then. Not all of them joined: an estimate that errs towards "full". */
  readonly shown: number;
  /** Residents who said that this code does not open. */
  readonly troubled: number;
  /** hash of the chat's opengid; null: staff has not opened a card in it yet. */
  readonly chatId: string | null;
};

export interface GroupPicture {
  readonly fileId: string;
  readonly atMs: number;
  /** Null: renewed by WeCom. */
  readonly expiresAtMs: number | null;
}

export const groupIdOf = (estateId: string, number: number): string => `${estateId}_g${number}`;

export const membersOf = ({ seats, counted, shown }: Group): number => Math.min(seats, counted.members + shown);

export const seatsLeftOf = (group: Group): number => group.seats - membersOf(group);

/** Its code opens the chat; whether there is a seat is another question. */
export function isLive(group: Group, nowMs: number): group is Group & { readonly picture: GroupPicture } {
  const { isOpen, picture } = group;
  return isOpen && picture !== null && (picture.expiresAtMs === null || nowMs < picture.expiresAtMs);
}

type Shown = Group & { readonly picture: GroupPicture };

/** Those that the entry may show now, in the order in which it does. */
export function usableGroups(groups: readonly Group[], nowMs: number): Shown[] {
  return groups
    .filter((group): group is Shown => isLive(group, nowMs) && seatsLeftOf(group) > 0)
    .sort((a, b) => a.number - b.number);
}

export interface Choice {
  /** What this resident was shown before; null: nothing yet. */
  readonly shownId: string | null;
  /** What the resident does not want again. */
  readonly notId: string | null;
  readonly nowMs: number;
}

/**
 * Which code a resident sees: the one seen before while it opens (that seat is counted for them already), else the first
 * with a seat. With `notId` the next one after it, round about.
 */
export function chooseGroup(groups: readonly Group[], { shownId, notId, nowMs }: Choice): Shown | null {
  const usable = usableGroups(groups, nowMs);
  if (notId !== null) {
    const others = usable.filter(({ _id }) => _id !== notId);
    const refused = groups.find(({ _id }) => _id === notId);
    return others.find(({ number }) => number > (refused?.number ?? 0)) ?? others[0] ?? null;
  }
  const before = groups.find(({ _id }) => _id === shownId);
  return before && isLive(before, nowMs) ? before : (usable[0] ?? null);
}
