import { treeSeed } from '../../../../tests/support/tree-seed';
import { assertConserved } from './conserved';
import type { QuoteInput } from './input';
import { settle } from './settle';
import { Applied, EVERY_KIND } from './support/applied';
import { realisticInput, realisticSize } from './support/realistic';

const CARTS = Number(process.env.LINLI_RUNS ?? 2000);
const seed = treeSeed();

function bundlesOfSku({ offers }: QuoteInput): number {
  const counts = new Map<string, number>();
  for (const offer of offers)
    if (offer.kind === 'bundle')
      for (const { skuId } of offer.parameters.components) counts.set(skuId, (counts.get(skuId) ?? 0) + 1);
  return Math.max(0, ...counts.values());
}

/**
 * A cart of few lines with floors and 200 coupons may have more choices that come down to the floor than the node limit sees
 * (rules.md section 1, Choice: then the best found, not proven): about one cart in 8,000. LINLI_SEED=223236100 begins with one.
 */
const MOST_UNPROVEN = CARTS / 1_000;

test(`${CARTS} realistic carts from seed ${seed}: all but 1 in 1,000 proven within the node limit, money conserved`, () => {
  const unproven: string[] = [];
  const applied = new Applied();
  let most = 0;
  for (let n = 0; n < CARTS; n += 1) {
    const [campaign, shopper] = [seed + n, seed + n * 31];
    const input = realisticInput(campaign, shopper, realisticSize(seed + n));
    expect(input.lines.reduce((sum, { quantity }) => sum + quantity, 0)).toBeLessThanOrEqual(200);
    expect(bundlesOfSku(input)).toBeLessThanOrEqual(4);
    const quote = settle(input);
    assertConserved(quote);
    if (!quote.proven) unproven.push(`campaign ${campaign}, shopper ${shopper}, size seed ${seed + n}`);
    applied.note(input, quote);
    most = Math.max(most, quote.coupons.considered);
  }
  if (unproven.length > 0) console.info('not proven:', unproven);
  expect(unproven.length).toBeLessThanOrEqual(MOST_UNPROVEN);
  expect(most).toBeLessThanOrEqual(20_000);
  // The carts are worth proving: every kind applies in some of them.
  expect(applied.never(EVERY_KIND)).toEqual([]);
});
