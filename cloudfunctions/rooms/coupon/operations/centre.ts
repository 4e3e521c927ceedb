import { ok, type Result } from '../../../kernel/result';
import type { Wallet } from '../../../kernel/wallet';
import type { Context, ResidentContext } from '../../../platform/context';
import { readCells } from '../../../platform/holds/cells';
import { readWallet } from '../../../platform/holds/wallets';
import { type Head, readHead } from '../../campaign';
import { isPaused } from '../domain/pause';
import { type CouponTemplate, templateCellId } from '../domain/template';
import { isUsable, type TemplateView, templateView } from '../domain/view';
import { shownTemplates, templateOf } from './templates';

const cellIdsOf = (template: CouponTemplate): string[] =>
  Array.from({ length: template.cellCount }, (_, index) => templateCellId(template._id, index));

/** Templates with what is left of each, in one wave for all their cells. */
async function viewsOf(
  context: Context,
  wallet: Wallet,
  templates: readonly CouponTemplate[],
): Promise<TemplateView[]> {
  if (templates.length === 0) return [];
  const cells = await readCells(context.db, templates.flatMap(cellIdsOf));
  return templates.map((template) => {
    const left = cellIdsOf(template).reduce((sum, cellId) => sum + (cells.get(cellId)?.left.n ?? 0), 0);
    return templateView(template, wallet, left, context.nowMs);
  });
}

/** First what can be claimed now, then the rest; inside, what ends sooner. Nothing depends on the order of storage. */
const RANK: Readonly<Record<TemplateView['state'], number>> = {
  'to-claim': 0,
  'not-started': 1,
  'tier-locked': 2,
  claimed: 3,
  gone: 4,
  'not-for-you': 5,
};

function inOrder(views: readonly TemplateView[]): TemplateView[] {
  const byRank = (a: TemplateView, b: TemplateView) => RANK[a.state] - RANK[b.state] || a.endsAtMs - b.endsAtMs;
  return [...views].sort((a, b) => byRank(a, b) || (a.templateId < b.templateId ? -1 : 1));
}

/**
 * What the coupon centre shows this resident; also home's coupon strip. `head` and `wallet` where the caller has read
 * them already. Templates of a paused campaign are not shown; those for others than this resident neither.
 */
export async function centreTemplates(context: Context, head: Head, wallet: Wallet): Promise<TemplateView[]> {
  const templates = await shownTemplates(context);
  const shown = templates.filter(
    ({ _id, campaignId, endsAtMs, channels }) =>
      endsAtMs > context.nowMs && channels.includes('centre') && !isPaused(head, campaignId, _id),
  );
  const views = await viewsOf(context, wallet, shown);
  return inOrder(views.filter(({ state }) => state !== 'not-for-you'));
}

/** One template as this resident sees it (a flyer's own offer); null: unknown. */
export async function templateFor(context: Context, wallet: Wallet, templateId: string): Promise<TemplateView | null> {
  const template = await templateOf(context, templateId);
  if (!template) return null;
  const [view] = await viewsOf(context, wallet, [template]);
  return view ?? null;
}

export async function centre(
  context: ResidentContext,
): Promise<Result<{ readonly templates: readonly TemplateView[]; readonly usableCoupons: number }>> {
  const [wallet, head] = await Promise.all([
    readWallet(context.db, context.residentId),
    readHead(context.db),
    shownTemplates(context),
  ]);
  const templates = await centreTemplates(context, head, wallet);
  const usableCoupons = Object.values(wallet.coupons).filter((coupon) => isUsable(coupon, context.nowMs)).length;
  return ok({ templates, usableCoupons });
}
