import { offersTouching, priceNow } from './price-now';
import { anInput, anOffer, NOW_MS } from './support/build';

const { resident } = anInput();
const milk = { skuId: 'milk', categoryId: 'dairy', listUnitFen: 1250 };
const offers = [
  anOffer('time-window', 'w', {
    windows: [{ fromMinute: 600, untilMinute: 660 }],
    price: { form: 'rate', payRateBps: 8000 },
    maxUnits: 1,
  }),
  anOffer('tier-price', 't', { fromTier: 'gold', price: { form: 'price', unitFen: 900 } }),
  anOffer('first-order', 'f', { offFen: 500 }),
  anOffer('free-freight', 's', { fromFen: 1 }, { scope: { categoryIds: ['fruit'] } }),
];

test('a shelf shows the window price at 10:30 and the list price at 11:00', () => {
  expect(priceNow(milk, offers, resident, NOW_MS)).toEqual({ unitFen: 1000, linePrice: 'window', offerId: 'w' });
  const later = NOW_MS + 30 * 60_000;
  expect(priceNow(milk, offers, resident, later)).toEqual({ unitFen: 1250, linePrice: 'list', offerId: null });
});

test('gold sees its own price', () =>
  expect(priceNow(milk, offers, { ...resident, tier: 'gold' }, NOW_MS).unitFen).toBe(900));

test('offers touch what is in their scope, open, and for this resident', () => {
  const ids = (item: typeof milk) => offersTouching(item, offers, resident, NOW_MS).map((offer) => offer.offerId);
  expect(ids(milk)).toEqual(['w', 'f']);
  expect(ids({ ...milk, categoryId: 'fruit' })).toEqual(['w', 'f', 's']);
});

test('noPromotion goods are touched by nothing', () =>
  expect(offersTouching({ ...milk, noPromotion: true }, offers, resident, NOW_MS)).toEqual([]));
