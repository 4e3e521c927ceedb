import { ok, type Result } from '../../../kernel/result';
import type { ResidentContext } from '../../../platform/context';
import { afterTouch, isSameVisit, type Touch } from '../domain/touch';
import { changeResident } from './change-resident';

export interface NotedTouch {
  /** False: the same visit was noted within the hour. */
  readonly noted: boolean;
  readonly estateId: string | null;
}

/** Keeps how the resident came, and the estate that the channel brought where none was chosen (product.md A2, A4). */
export function noteTouch(context: ResidentContext, touch: Touch): Promise<Result<NotedTouch>> {
  return changeResident<NotedTouch>(context, context.residentId, (resident) => {
    const estateId = resident.estateId ?? touch.estateId;
    if (isSameVisit(resident, touch)) return ok({ write: null, value: { noted: false, estateId } });
    return ok({ write: { ...afterTouch(resident, touch), estateId }, value: { noted: true, estateId } });
  });
}
