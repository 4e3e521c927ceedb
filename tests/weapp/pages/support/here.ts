import { Shop } from './shop';

export interface Here {
  readonly shop: Shop;
  /** A resident of this test alone. */
  readonly ann: string;
}

/** One shop for the tests of a file, and in each of them a newcomer; `settled`: who has an address already. */
export function inTheShop({ settled = false } = {}): Here {
  let open: Shop | null = null;
  let people = 0;
  const here: Here = {
    get shop() {
      if (!open) throw new Error('the shop opens before the first test');
      return open;
    },
    get ann() {
      return `o_ann_${people}`;
    },
  };
  beforeAll(async () => {
    open = await Shop.open();
  }, 120_000);
  beforeEach(async () => {
    people += 1;
    if (settled) await here.shop.settleIn(here.ann);
  });
  afterEach(() => open?.closePhones());
  afterAll(() => open?.close());
  return here;
}
