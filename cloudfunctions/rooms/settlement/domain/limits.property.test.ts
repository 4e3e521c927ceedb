import { treeSeed } from '../../../../tests/support/tree-seed';
import { MAX_CART_LINES, MAX_COUPONS } from '../../../kernel/limits';
import type { QuoteInput } from './input';
import { settle } from './settle';
import { anOffer } from './support/build';
import { type RealisticSize, realisticInput } from './support/realistic';
import { pick, seeded } from './support/seeded';

/**
 * The largest carts that contracts let in, with all that a campaign has: proven within the node limit, which counts nodes
 * and never time, so that what holds here holds on every machine.
 */
const LARGEST: RealisticSize = { lines: MAX_CART_LINES, offers: 100, coupons: MAX_COUPONS };
const NODE_LIMIT = 20_000;
const CARTS = Math.ceil(Number(process.env.LINLI_RUNS ?? 2000) / 100);
const LIMIT_MS = 120_000;
const seed = treeSeed();

const NTHS = [
  { every: 2, reduced: 1, payRateBps: 5000 },
  { every: 3, reduced: 1, payRateBps: 0 },
  { every: 2, reduced: 1, payRateBps: 7000 },
] as const;
const NTH_IDS = ['on_0', 'on_1', 'on_2'] as const;
/** Lines of the cart in each nth offer, and how many of them the next one does not share. */
const [WIDTH, STRIDE] = [30, 10];

/**
 * In place of the campaign's nth items three over the same shelves of this cart: a search of seconds, which ends at the work
 * that a quote may take, with the best found.
 */
function withOverlap(input: QuoteInput, n: number): QuoteInput {
  const random = seeded(n);
  const from = random(input.lines.length - WIDTH - 2 * STRIDE + 1);
  const nths = NTH_IDS.map((id, i) => {
    const shelf = input.lines.slice(from + i * STRIDE, from + i * STRIDE + WIDTH);
    const scope = { skuIds: shelf.map(({ skuId }) => skuId) };
    return anOffer('nth-item', id, pick(random, NTHS), { scope });
  });
  const others = input.offers.filter(({ kind }) => kind !== 'nth-item');
  return { ...input, offers: [...others, ...nths] };
}

function withOnly(input: QuoteInput, id: string): QuoteInput {
  return { ...input, offers: input.offers.filter(({ offerId, kind }) => kind !== 'nth-item' || offerId === id) };
}

function largest(n: number) {
  const [campaign, shopper] = [seed + n, seed + n * 31];
  const { proven, coupons } = settle(realisticInput(campaign, shopper, LARGEST));
  return { campaign, shopper, proven, isWithin: coupons.considered < NODE_LIMIT, considered: coupons.considered };
}

describe(`${MAX_CART_LINES} lines, 100 offers and ${MAX_COUPONS} coupons, from seed ${seed}`, () => {
  test(
    `${CARTS} carts are proven within ${NODE_LIMIT} nodes, and twice the same number of them`,
    () => {
      for (let n = 0; n < CARTS; n += 1) {
        const found = largest(n);
        expect(found).toMatchObject({ proven: true, isWithin: true });
        if (n < 3) expect(largest(n)).toEqual(found);
      }
    },
    LIMIT_MS,
  );

  test(
    `${CARTS} carts with 3 nth items over the same shelves, in 9 of 10 all three at work, cost no more than with one of them`,
    () => {
      let together = 0;
      for (let n = 0; n < CARTS; n += 1) {
        const shopper = seed + n * 31;
        const input = withOverlap(realisticInput(seed + n, shopper, LARGEST), shopper);
        const quote = settle(input);
        for (const only of NTH_IDS) expect(quote.goodsFen).toBeLessThanOrEqual(settle(withOnly(input, only)).goodsFen);
        if (quote.adjustments.filter(({ kind }) => kind === 'nth-item').length === NTH_IDS.length) together += 1;
      }
      expect(together).toBeGreaterThanOrEqual(Math.floor(CARTS * 0.9));
    },
    LIMIT_MS,
  );
});
