import { hashOf, makeRequestKey } from '../../cloudfunctions/kernel/ids';
import type { StaffContext } from '../../cloudfunctions/platform/context';
import { cellCarriers } from '../../cloudfunctions/platform/outbox/cells';
import { eventRoom } from '../../cloudfunctions/rooms/event';
import { publishGroup } from '../../cloudfunctions/rooms/group';
import type { RunTime } from './data/campaign';
import { neighbourEvents, neighbourGroups } from './data/neighbourhood';

/** The estate's groups, and its events planned and published by real operations; their ids, in the order of their days. */
export async function openNeighbourhood(by: StaffContext, time: RunTime): Promise<readonly string[]> {
  const owner = { ...by, carriers: cellCarriers };
  for (const group of neighbourGroups(time)) await publishGroup(owner, group);
  const ids: string[] = [];
  for (const plan of neighbourEvents(time)) {
    const { eventId } = await run<{ eventId: string }>(owner, 'event.save', plan);
    await run(owner, 'event.publish', { eventId });
    ids.push(eventId);
  }
  return ids;
}

async function run<T>(context: StaffContext, operation: string, input: object): Promise<T> {
  const inputHash = hashOf(operation, JSON.stringify(input));
  const requestKey = makeRequestKey(context.nowMs, Buffer.from(inputHash, 'hex'));
  const answer = await eventRoom.staff?.[operation]?.run(context, input, {
    requestKey,
    atMs: context.nowMs,
    inputHash,
  });
  if (!answer?.ok) throw new Error(`${operation}: ${answer?.code ?? 'no such operation'} ${JSON.stringify(answer)}`);
  return answer.data as T;
}
