import { ok, type Result } from '../../../kernel/result';
import type { ResidentContext } from '../../../platform/context';
import type { PosterView } from '../contract';
import { sceneOf } from '../domain/card';
import { findCode, insertCode } from '../store';
import { LANDING_PAGE, myCardView, ownCard } from './my-card';

/** The card with its mini-program code. WeChat draws a code once: it never changes, and 5,000 a minute are all there are. */
export async function poster(context: ResidentContext): Promise<Result<PosterView>> {
  const own = await ownCard(context);
  if (!own.ok) return own;
  const { card } = own.data;
  const [view, known] = await Promise.all([myCardView(context, own.data), findCode(context.db, card._id)]);
  if (known) return ok({ ...view, code: known.png });
  const png = await context.wechat.codeUnlimited({ page: LANDING_PAGE, scene: sceneOf(card) });
  await insertCode(context.db, { _id: card._id, png });
  return ok({ ...view, code: png });
}
