import { ok, type Result, refuse } from '../../../kernel/result';
import type { ResidentContext } from '../../../platform/context';
import type { PosterView } from '../contract';
import { sceneOf } from '../domain/card';
import { findCode, insertCode } from '../store';
import { LANDING_PAGE, myCardView, ownCard } from './my-card';

/**
 * The card with its mini-program code. WeChat draws a code once: it never changes, and 5,000 a minute are all there are.
 * Refused besides ownCard's: BUSY where WeChat draws none just now.
 */
export async function poster(context: ResidentContext): Promise<Result<PosterView>> {
  const own = await ownCard(context);
  if (!own.ok) return own;
  const { card } = own.data;
  const [view, known] = await Promise.all([myCardView(context, own.data), findCode(context.db, card._id)]);
  if (known) return ok({ ...view, code: known.png });
  const png = await drawn(context, sceneOf(card));
  if (png === null) return refuse('BUSY', {});
  await insertCode(context.db, { _id: card._id, png });
  return ok({ ...view, code: png });
}

async function drawn({ wechat, log }: ResidentContext, scene: string): Promise<string | null> {
  try {
    return await wechat.codeUnlimited({ page: LANDING_PAGE, scene });
  } catch (error) {
    log.error('code-not-drawn', { why: String(error) });
    return null;
  }
}
