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

test(`${CARTS} realistic carts from seed ${seed}: every one proven within the node limit, money conserved`, () => {
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
  expect(unproven).toEqual([]);
  expect(most).toBeLessThan(20_000);
  // The carts are worth proving: every kind applies in some of them.
  expect(applied.never(EVERY_KIND)).toEqual([]);
});
