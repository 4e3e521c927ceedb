import type { Context } from '../../../platform/context';
import { estateFacts } from '../../account';
import type { StaffEventView } from '../contract';
import type { NeighbourEvent } from '../domain/event';
import { staffEventView } from '../domain/views';

export async function staffView(
  context: Pick<Context, 'db' | 'nowMs'>,
  event: NeighbourEvent,
): Promise<StaffEventView> {
  const estate = await estateFacts(context, event.plan.estateId);
  return staffEventView(event, estate?.name ?? '');
}
