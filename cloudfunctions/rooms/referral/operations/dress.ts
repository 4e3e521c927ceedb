import type { ParsedInputOf } from '../../../contract';
import { ok, type Result, refuse } from '../../../kernel/result';
import type { ResidentContext } from '../../../platform/context';
import { skuFacts } from '../../catalog';
import { oftenBought } from '../../order';
import type { MyCardView, referralContract } from '../contract';
import type { Card, CardDress, CardGood } from '../domain/card';
import { findCard, writeCard } from '../store';
import { myCardView, ownCard } from './my-card';

type Input = ParsedInputOf<(typeof referralContract)['referral.dressCard']>;

/** A card has room for two rows of two. */
const MOST_GOODS = 4;
const WRITE_TRIES = 4;

/**
 * How the card names its resident: a name of their own is checked by WeChat before anybody sees it, the sentence is one of the
 * programme's, building and purchases are shown only where the resident says so. Refused besides ownCard's:
 * TEXT_NOT_ALLOWED, LINE_UNKNOWN, BUSY.
 */
export async function dressCard(context: ResidentContext, input: Input): Promise<Result<MyCardView>> {
  const own = await ownCard(context);
  if (!own.ok) return own;
  const { card, programme } = own.data;
  const dress: CardDress = input;
  if (!programme.lines.some(({ lineId }) => lineId === dress.lineId)) return refuse('LINE_UNKNOWN', {});
  const isChecked = dress.name === '' || dress.name === card.dress.name;
  const verdict = isChecked ? 'pass' : await wordOnName(context, dress.name);
  if (verdict === 'unknown') return refuse('BUSY', {});
  if (verdict !== 'pass') return refuse('TEXT_NOT_ALLOWED', { field: 'name' });
  const goods = dress.showsGoods ? await goodsOf(context) : [];
  const dressed = await write(context, card, { dress, goods });
  return dressed ? ok(await myCardView(context, { ...own.data, card: dressed })) : refuse('BUSY', {});
}

/** `unknown`: WeChat did not answer; what was not checked is not shown. */
async function wordOnName({ wechat, openid, log }: ResidentContext, text: string) {
  try {
    return await wechat.checkText({ openid, text, scene: 'profile' });
  } catch (error) {
    log.error('text-not-checked', { why: String(error) });
    return 'unknown';
  }
}

async function goodsOf(context: ResidentContext): Promise<CardGood[]> {
  const often = await oftenBought(context, context.residentId, MOST_GOODS);
  const facts = await skuFacts(
    context,
    often.flatMap(({ skuIds }) => skuIds),
  );
  return often.flatMap(({ productId, skuIds, times }) => {
    const shelfCellIds = [...new Set(skuIds.flatMap((skuId) => facts.get(skuId)?.shelfCellId ?? []))];
    return shelfCellIds.length === 0 ? [] : [{ productId, times, shelfCellIds }];
  });
}

async function write({ db }: ResidentContext, card: Card, change: Pick<Card, 'dress' | 'goods'>): Promise<Card | null> {
  let known = card;
  for (let tried = 0; tried < WRITE_TRIES; tried += 1) {
    if (await writeCard(db, known, change)) return { ...known, ...change };
    known = (await findCard(db, card._id)) ?? known;
  }
  return null;
}
