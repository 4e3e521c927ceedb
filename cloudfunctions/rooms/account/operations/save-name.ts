import { ok, type Result } from '../../../kernel/result';
import type { ResidentContext } from '../../../platform/context';
import { refusalOfText } from '../../../platform/published';
import { changeResident } from './change-resident';

/** The name that neighbours see. Saving the same again asks WeChat again and changes nothing. */
export async function saveName(
  context: ResidentContext,
  { name }: { readonly name: string },
): Promise<Result<{ readonly nickname: string }>> {
  const refusal = await refusalOfText(context, 'name', name);
  if (refusal) return refusal;
  return changeResident(context, context.residentId, ({ nickname, nameCheckedAtMs }) => {
    const isSaved = nickname === name && nameCheckedAtMs !== undefined;
    const write = isSaved ? null : { nickname: name, nameCheckedAtMs: context.nowMs };
    return ok({ write, value: { nickname: name } });
  });
}
