import { drawWorld, giveChances, prizeCells } from '../../../../tests/support/draw-world';
import type { Fate } from '../../../../tests/support/engine-db';
import { treeSeed } from '../../../../tests/support/tree-seed';
import { seededRandom, type World } from '../../../../tests/support/world';
import type { Cell } from '../../../kernel/cell';
import { DAY_MS, MINUTE_MS } from '../../../kernel/period';
import { bringPrizes, holdPrizes, returnPrizes } from '../../../kernel/prizes';
import type { JournalEntry, Prize, PrizeState, Wallet } from '../../../kernel/wallet';
import type { LedgerEntry } from '../../../platform/holds/ledger';
import { openCell } from '../../../platform/holds/open-cell';
import { changeWallet } from '../../../platform/holds/wallets';
import { pointsBalance } from '../../loyalty';
import type { DrawSettlement } from '../contract';
import { aConsolation, aDraw, aProduct, aStock } from '../domain/support/builders';

const PEOPLE = ['mei', 'an'];
const UNITS = 3;
const BUDGET_FEN = 20_000;
const KETTLE_FEN = 1_000;

/** 3 kettles, fetched within 2 days; a draw of 10 days that sells chances. */
async function shop(): Promise<World> {
  const stock = aStock({ count: UNITS, burst: UNITS, cellCount: 2 });
  const prizes = [aProduct({ oddsPpm: 800_000, claimDays: 2, stock }), aConsolation({ oddsPpm: 200_000 })];
  const draw = aDraw({ campaignId: 'launch', prizes, chanceSale: { points: 5, perDay: 1 } });
  const world = await drawWorld(draw, async ({ engine }) => {
    await openCell(engine, 'budget_launch', { launch: BUDGET_FEN });
  });
  for (const name of PEOPLE) giveChances(world, name, 2);
  for (const name of ['lin', 'olga']) world.asStaff(name, ['operator']);
  return world;
}

interface Act {
  readonly name: string;
  run(): Promise<unknown>;
}

const walletOf = (world: World, name: string) =>
  world.engine.dump<Wallet>('wallets').find(({ _id }) => _id === world.residentId(name));

/** What an order does to a wallet, by the changes that its room makes there: held, brought or given back, and undone. */
function ofAnOrder(world: World, name: string, change: (wallet: Wallet, nowMs: number) => Wallet): Act['run'] {
  return () =>
    changeWallet(world.db, world.residentId(name), (wallet) => {
      const write = change(wallet, world.nowMs);
      return write === wallet ? { keep: null } : { write, value: null };
    }).catch(() => null);
}

/** Each with its own key, asked again with it as a client does; in an order that the seed gives. */
function acts(world: World, below: (n: number) => number): Act[] {
  const all = PEOPLE.flatMap((name): Act[] => {
    const keys = Array.from({ length: 5 }, () => world.key());
    const spin = (n: number): Act => ({
      name: 'spin',
      run: () =>
        world.call(name, 'draw.spin', { drawId: 'draw_1', chanceId: `order:${name}:${n}` }, keys[n] ?? world.key()),
    });
    const way = below(2) === 0 ? 'next-order' : 'pick-up';
    const claim = (n: number): Act => ({
      name: 'claim',
      run: () => world.call(name, 'draw.claim', { prizeId: `order:${name}:${n}`, way: n === 1 ? way : 'pick-up' }),
    });
    const handOver = (n: number): Act => ({
      name: 'hand-over',
      run: () => world.staffCall('lin', 'draw.handOver', { code: codeOf(world, name, n), by: 'scan' }, keys[n + 2]),
    });
    const orderId = `next_${name}`;
    const ended =
      below(2) === 0
        ? (wallet: Wallet, nowMs: number) => bringPrizes(wallet, orderId, nowMs)
        : (wallet: Wallet, nowMs: number) => returnPrizes(wallet, orderId, nowMs, true);
    return [
      ...[spin(1), spin(2), claim(1), claim(2), handOver(1), handOver(2)],
      { name: 'buy', run: () => world.call(name, 'draw.buyChance', { drawId: 'draw_1' }, keys[0]) },
      { name: 'order', run: ofAnOrder(world, name, (wallet, nowMs) => holdPrizes(wallet, orderId, nowMs)) },
      { name: 'order ends', run: ofAnOrder(world, name, ended) },
    ];
  });
  for (let n = all.length - 1; n > 0; n -= 1) {
    const other = below(n + 1);
    const [a, b] = [all[n], all[other]];
    if (a && b) [all[n], all[other]] = [b, a];
  }
  return all;
}

/** As the winner shows it; without one, a code of nobody. */
function codeOf(world: World, name: string, n: number): string {
  const claim = walletOf(world, name)?.prizes[`order:${name}:${n}`]?.claim;
  return claim?.way === 'pick-up' ? claim.code : '0'.repeat(16);
}

const isEnd = (state: PrizeState): boolean => state === 'handed-over' || state === 'expired' || state === 'revoked';

/** What ended stays as it ended. */
function checkEnds(world: World, ends: Map<string, PrizeState>): void {
  for (const { _id, prizes } of world.engine.dump<Wallet>('wallets'))
    for (const [prizeId, { state }] of Object.entries(prizes)) {
      const before = ends.get(`${_id} ${prizeId}`);
      if (before) expect(state).toBe(before);
      if (isEnd(state)) ends.set(`${_id} ${prizeId}`, state);
    }
}

const kettlesOf = (world: World): Prize[] =>
  world.engine
    .dump<Wallet>('wallets')
    .flatMap(({ prizes }) => Object.values(prizes).filter(({ drawPrizeId }) => drawPrizeId === 'kettle'));

const left = (world: World): number => prizeCells(world).reduce((sum, { left: { n = 0 } }) => sum + n, 0);

async function minutes(world: World, count: number): Promise<void> {
  for (let minute = 0; minute < count; minute += 1) {
    world.advance(3 * MINUTE_MS);
    await world.tick().catch(() => []);
  }
}

async function run(seed: number): Promise<void> {
  const random = seededRandom(seed);
  const below = (n: number) => random.below(n);
  const world = await shop();
  const fates: readonly Fate[] = ['lose', 'drop', 'late'];
  const percent = below(25);
  world.db.decide = () => (below(100) < percent ? (fates[below(3)] ?? 'answer') : 'answer');
  const ends = new Map<string, PrizeState>();
  const todo = acts(world, below);
  for (let round = 0; round < 2; round += 1) {
    const atOnce = 1 + below(todo.length);
    for (let from = 0; from < todo.length; from += atOnce)
      await Promise.all(todo.slice(from, from + atOnce).map((act) => act.run()));
    if (below(3) === 0) await world.db.playLate();
    if (below(2) === 0) await minutes(world, 1);
    if (below(6) === 0) world.advance(DAY_MS);
    checkEnds(world, ends);
  }
  world.db.decide = () => 'answer';
  await world.db.playLate();
  // A prize ends, is noted, and its unit comes back: a minute each.
  await minutes(world, 4);
  checkEnds(world, ends);
  const out = kettlesOf(world).filter(({ state }) => state !== 'expired' && state !== 'revoked');
  expect(left(world)).toBe(UNITS - out.length);
  checkWallets(world);
  if (below(4) === 0) await endOfDraw(world, below(2) === 0);
}

function checkWallets(world: World): void {
  for (const { open, left: units } of world.engine.dump<Cell>('cells')) {
    expect(open).toBe(0);
    for (const n of Object.values(units)) expect(n).toBeGreaterThanOrEqual(0);
  }
  for (const wallet of world.engine.dump<Wallet>('wallets')) {
    const entries = entriesOf(world, wallet);
    expect(pointsBalance(wallet)).toBe(entries.reduce((sum, { points = 0 }) => sum + points, 0));
    const handed = entries.filter(({ kind }) => kind === 'prize-handed-over');
    expect(new Set(handed.map(({ cause }) => cause)).size).toBe(handed.length);
    const bought = Object.keys(wallet.chances).filter((id) => id.startsWith('points:'));
    expect(bought.length).toBeLessThanOrEqual(1);
  }
}

/** Journal and ledger: what is in both is one entry. */
function entriesOf(world: World, { _id, journal }: Wallet): JournalEntry[] {
  const kept = world.engine.dump<LedgerEntry>('ledger').filter(({ target }) => target === _id);
  const older = kept.flatMap((entry) => ('kind' in entry && !journal[entry.op] ? [entry] : []));
  return [...Object.values(journal), ...older];
}

/** An order or two go back; then all time has passed: what nobody has is money again, and the settlement says the same. */
async function endOfDraw(world: World, refunded: boolean): Promise<void> {
  if (refunded) await ofAnOrder(world, 'mei', (wallet, nowMs) => returnPrizes(wallet, 'next_mei', nowMs, true))();
  for (const name of PEOPLE)
    await ofAnOrder(world, name, (wallet, nowMs) => returnPrizes(wallet, `next_${name}`, nowMs, true))();
  const handed = kettlesOf(world).filter(({ state }) => state === 'handed-over').length;
  world.nowMs = aDraw().endsAtMs + 6 * DAY_MS;
  for (let round = 0; round < 4; round += 1) {
    world.advance(11 * MINUTE_MS);
    await world.tick();
  }
  const budget = world.engine.dump<Cell>('cells').find(({ _id }) => _id === 'budget_launch');
  expect(budget?.left.launch).toBe(BUDGET_FEN - handed * KETTLE_FEN);
  const said = await world.staffCall('olga', 'draw.settlement', { drawId: 'draw_1' });
  expect((said as unknown as { data: DrawSettlement }).data).toMatchObject({
    ...{ state: 'settled', costFen: handed * KETTLE_FEN + pointsFen(world), setAsideFen: UNITS * KETTLE_FEN },
    returnedFen: (UNITS - handed) * KETTLE_FEN,
  });
}

/** 5 points each, of ¥0.20. */
const pointsFen = (world: World): number =>
  20 * world.engine.dump<{ _id: string; state: string }>('prizeNotes').filter(({ state }) => state === 'given').length;

/** From the tree's seed on. */
const SCHEDULES = Number(process.env.LINLI_SCHEDULES ?? 2_000);

test(`${SCHEDULES} random schedules of winning, claiming, carrying, handing over, buying and expiring`, async () => {
  const first = treeSeed();
  for (let seed = first; seed < first + SCHEDULES; seed += 1) {
    try {
      await run(seed);
    } catch (error) {
      const why = error instanceof Error ? error.message : String(error);
      throw new Error(`LINLI_SEED=${seed}: ${why}`, { cause: error });
    }
  }
}, 900_000);
