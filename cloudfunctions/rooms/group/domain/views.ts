import { needOf } from './attention';
import type { EstateGroupsView, GroupStanding, GroupView, StaffGroupView } from './faces';
import { type chooseGroup, type Group, isLive, membersOf, seatsLeftOf, usableGroups } from './group';

type Chosen = NonNullable<ReturnType<typeof chooseGroup>>;

export function groupView(group: Chosen, all: readonly Group[], nowMs: number): GroupView {
  const next = usableGroups(all, nowMs).find(({ number }) => number > group.number);
  return {
    ...commonView(group),
    picture: group.picture.fileId,
    expiresAtMs: group.picture.expiresAtMs,
    nextNumber: next?.number ?? null,
  };
}

const commonView = (group: Group) => ({
  groupId: group._id,
  name: group.name,
  number: group.number,
  kind: group.kind,
  keeper: group.keeper,
  seats: group.seats,
  members: membersOf(group),
  seatsLeft: seatsLeftOf(group),
});

export function staffGroupView(group: Group, all: readonly Group[], nowMs: number): StaffGroupView {
  return {
    ...commonView(group),
    picture: group.picture?.fileId ?? null,
    expiresAtMs: group.picture?.expiresAtMs ?? null,
    pictureAtMs: group.picture?.atMs ?? null,
    standing: standingOf(group, all, nowMs),
    countedAtMs: group.counted.atMs,
    troubled: group.troubled,
    isLinked: group.chatId !== null,
    joinWayId: group.joinWayId,
  };
}

function standingOf(group: Group, all: readonly Group[], nowMs: number): GroupStanding {
  if (!group.isOpen) return 'closed';
  if (!group.picture) return 'no-picture';
  if (!isLive(group, nowMs)) return 'expired';
  if (seatsLeftOf(group) === 0) return 'full';
  return usableGroups(all, nowMs)[0]?._id === group._id ? 'showing' : 'waiting';
}

/** Of all groups of one estate. */
export function estateGroupsView(
  estate: { readonly estateId: string; readonly estateName: string },
  groups: readonly Group[],
  nowMs: number,
): EstateGroupsView {
  const inOrder = [...groups].sort((a, b) => a.number - b.number);
  return {
    ...estate,
    attention: needOf(inOrder, nowMs)?.attention ?? null,
    seatsLeft: usableGroups(inOrder, nowMs).reduce((sum, group) => sum + seatsLeftOf(group), 0),
    groups: inOrder.map((group) => staffGroupView(group, inOrder, nowMs)),
  };
}
