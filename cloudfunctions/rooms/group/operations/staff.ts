import type { ParsedInputOf } from '../../../contract';
import { DAY_MS } from '../../../kernel/period';
import { ok, type Result, refuse } from '../../../kernel/result';
import type { StaffContext } from '../../../platform/context';
import { type Json, NoAnswer } from '../../../platform/db';
import { isDone } from '../../../platform/holds/answers';
import { logStaffAction } from '../../../platform/staff';
import { estateFacts, rememberEstates } from '../../account';
import type { EstateGroupsView, StaffGroupView, staffGroupContract } from '../contract';
import { type Group, PICTURE_LIFE_MS } from '../domain/group';
import { estateGroupsView, staffGroupView } from '../domain/views';
import { allGroups, changeGroup, findGroup, type GroupChange, groupsOf } from '../store';
import { chatIdOf } from './enter';

type Input<Name extends keyof typeof staffGroupContract> = ParsedInputOf<(typeof staffGroupContract)[Name]>;
type Answer = Promise<Result<StaffGroupView>>;

/** All estates that have groups; those that need somebody first. */
export async function list(context: StaffContext): Promise<Result<{ readonly estates: readonly EstateGroupsView[] }>> {
  const [groups] = await Promise.all([allGroups(context.db), rememberEstates(context)]);
  const estates = new Map<string, Group[]>();
  for (const group of groups) estates.set(group.estateId, [...(estates.get(group.estateId) ?? []), group]);
  const views = await Promise.all(
    [...estates].map(async ([estateId, own]) => {
      const estateName = (await estateFacts(context, estateId))?.name ?? estateId;
      return estateGroupsView({ estateId, estateName }, own, context.nowMs);
    }),
  );
  return ok({ estates: views.sort((a, b) => Number(b.attention !== null) - Number(a.attention !== null)) });
}

/** A new code: the life of an ordinary one begins when WeChat makes it; WeCom renews its own. Trouble with the old one is over. */
export function setPicture(context: StaffContext, { groupId, picture, livesDays }: Input<'group.picture'>): Answer {
  const { nowMs } = context;
  const livesMs = livesDays === undefined ? PICTURE_LIFE_MS : livesDays * DAY_MS;
  return change(context, 'group.picture', groupId, ({ kind }) => ({
    picture: { fileId: picture, atMs: nowMs, expiresAtMs: kind === 'wecom' ? null : nowMs + livesMs },
    troubled: 0,
  }));
}

/** The number of members as WeChat shows it: the estimate begins anew from it. Refused: GROUP_SEATS where it has fewer. */
export function setCount(context: StaffContext, { groupId, members }: Input<'group.count'>): Answer {
  return change(context, 'group.count', groupId, ({ seats }) =>
    members > seats ? null : { counted: { members, atMs: context.nowMs }, shown: 0 },
  );
}

export function setOpen(context: StaffContext, { groupId, open }: Input<'group.open'>): Answer {
  return change(context, 'group.open', groupId, () => ({ isOpen: open }));
}

/** Refused: GROUP_TICKET_OLD. */
export async function link(context: StaffContext, { groupId, cloudId }: Input<'group.link'>): Answer {
  const openGId = await context.wechat.groupOf(cloudId);
  if (openGId === null) return refuse('GROUP_TICKET_OLD', {});
  return change(context, 'group.link', groupId, () => ({ chatId: chatIdOf(openGId) }));
}

const CHANGE_TRIES = 4;

/** One CAS on the group, logged. Refused: GROUP_UNKNOWN, GROUP_SEATS {seats}. */
async function change(
  context: StaffContext,
  operation: keyof typeof staffGroupContract,
  groupId: string,
  changeOf: (group: Group) => GroupChange | null,
): Answer {
  for (let tried = 0; tried < CHANGE_TRIES; tried += 1) {
    const group = await findGroup(context.db, groupId);
    if (!group) return refuse('GROUP_UNKNOWN', {});
    const wanted = changeOf(group);
    if (!wanted) return refuse('GROUP_SEATS', { seats: group.seats });
    if (!(await isDone(changeGroup(context.db, group, wanted)))) continue;
    const before = Object.fromEntries(Object.keys(wanted).map((field) => [field, group[field as keyof GroupChange]]));
    await logStaffAction(context, { operation, target: groupId, before: before as Json, after: wanted as Json });
    const all = await groupsOf(context.db, group.estateId);
    const now = all.find(({ _id }) => _id === groupId) ?? group;
    return ok(staffGroupView(now, all, context.nowMs));
  }
  throw new NoAnswer(`change of group ${groupId}`);
}
