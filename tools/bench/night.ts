import { DAY_MS, HOUR_MS } from '../../cloudfunctions/kernel/period';
import type { Quote } from '../../cloudfunctions/rooms/settlement';
import { ADDRESS, benchSkus, type Ground, openGround } from './ground';

/** Orders of the day that the night reckons. */
const ORDERS = 200;
/** Sequential round trips of a night with 200 orders, all its runs together: measured, with room for one page more a phase. */
const MOST_ROUND_TRIPS = 120;
const CALLERS = 8;

interface Night {
  readonly phase: string | null;
  readonly checked: { readonly orders: number; readonly wallets: number; readonly marks: number };
  readonly differenceCount: number;
  readonly cost: { readonly roundTrips: number; readonly requests: number; readonly workedMs: number };
}

async function paidOrder(ground: Ground): Promise<void> {
  const openid = ground.someone();
  const lines = benchSkus(3).map((skuId) => ({ skuId, quantity: 1 }));
  const asked = { lines, addressId: ADDRESS };
  const { quote } = await ground.call<{ quote: Quote }>('resident', openid, 'order.quote', asked);
  const input = { ...asked, fingerprint: quote.fingerprint };
  const { orderId } = await ground.call<{ orderId: string }>('resident', openid, 'order.place', input, ground.key());
  await ground.call('resident', openid, 'order.pay', { orderId });
  await ground.cloud.pay.pay(orderId);
}

/** What the reconciliation of a day with 200 orders costs, over the wire; true: within its target, and nothing differs. */
export async function benchNight(): Promise<boolean> {
  const ground = await openGround({ workers: CALLERS });
  try {
    const { cloud } = ground;
    await cloud.fireTimers();
    const each = Array.from({ length: CALLERS }, async () => {
      for (let n = 0; n < ORDERS / CALLERS; n += 1) await paidOrder(ground);
    });
    await Promise.all(each);
    await cloud.clock.advance(HOUR_MS);
    await cloud.fireTimers();
    await cloud.clock.advance(DAY_MS);
    for (let run = 0; run < 3; run += 1) await cloud.fireTimers();
    const [night] = cloud.store.findNow('reconciliations', {}, { order: { _id: 1 }, limit: 1 }) as unknown as Night[];
    if (!night || night.phase !== null) throw new Error(`the night stands at ${night?.phase}`);
    const { checked, cost, differenceCount } = night;
    const what = `${checked.orders} orders, ${checked.wallets} wallets, ${checked.marks} marks`;
    console.log(
      `a night: ${what}: ${cost.roundTrips} round trips (≤ ${MOST_ROUND_TRIPS}), ${cost.requests} requests, ${cost.workedMs} ms, ${differenceCount} differences`,
    );
    return cost.roundTrips <= MOST_ROUND_TRIPS && differenceCount === 0;
  } finally {
    await ground.stop();
  }
}

async function main(): Promise<void> {
  process.exitCode = (await benchNight()) ? 0 : 1;
  process.exit();
}

if (require.main === module) void main();
