import {
  approved,
  codeOf,
  confirm,
  due,
  numberOf,
  payoutOf,
  payoutWorld,
  REFERENCE,
  receive,
  undo,
} from '../../../../tests/support/payouts';
import type { World } from '../../../../tests/support/world';
import { DAY_MS, HOUR_MS, MINUTE_MS } from '../../../kernel/period';
import { MOST_PAYOUT_FEN } from '../domain/payout-limits';

async function confirmed(): Promise<{ world: World; payoutId: string }> {
  const world = payoutWorld();
  const payoutId = await due(world);
  await approved(world);
  expect(codeOf(await confirm(world, payoutId))).toBe('ok');
  return { world, payoutId };
}

async function asked(): Promise<{ world: World; payoutId: string }> {
  const at = await confirmed();
  await receive(at.world, at.payoutId);
  return at;
}

const stateOf = (world: World, payoutId: string) => payoutOf(world, payoutId).state;

test('due twice is one payout, for staff to approve', async () => {
  const world = payoutWorld();
  const payoutId = await due(world);
  await due(world);
  expect(world.engine.dump('payouts')).toHaveLength(1);
  expect(payoutOf(world, payoutId)).toMatchObject({ state: 'due', fen: 500, tab: 'to-approve' });
});

test('without a recorded legal approval no money is approved, whoever asks', async () => {
  const world = payoutWorld();
  const payoutId = await due(world);
  world.asStaff('owen', ['owner']);
  expect(await confirm(world, payoutId)).toMatchObject({
    code: 'PAYOUT_NOT_APPROVED',
    detail: { rule: 'referral-inviter' },
  });
  await approved(world);
  expect(codeOf(await confirm(world, payoutId))).toBe('ok');
  expect(payoutOf(world, payoutId).ground).toMatchObject({ approvedBy: '王律师', reference: REFERENCE });
});

test('an approval that was ended, or stands for another rule, approves nothing', async () => {
  const world = payoutWorld();
  const payoutId = await due(world);
  await approved(world);
  const other = await due(world, { rule: 'referral-invitee', causeId: 'c2' });
  expect(codeOf(await confirm(world, other))).toBe('PAYOUT_NOT_APPROVED');
  const [{ _id: approvalId } = { _id: '' }] = world.engine.dump('legalApprovals');
  await world.staffCall('owen', 'reward.endApproval', { approvalId }, world.key());
  expect(codeOf(await confirm(world, payoutId))).toBe('PAYOUT_NOT_APPROVED');
});

test('support, couriers and promoters approve no money, and only the owner records an approval', async () => {
  const world = payoutWorld();
  const payoutId = await due(world);
  await approved(world);
  world.asStaff('sue', ['support', 'courier', 'promoter', 'shop']);
  expect(codeOf(await confirm(world, payoutId, 'sue'))).toBe('FORBIDDEN');
  world.asStaff('olga', ['operator']);
  const input = { rule: 'compensation', approvedBy: '王律师', approvedAtMs: 1, reference: 'x' };
  expect(codeOf(await world.staffCall('olga', 'reward.recordApproval', input, world.key()))).toBe('FORBIDDEN');
});

test('above ¥200 it is not approved; ¥200 once a resident and day, the rest tomorrow', async () => {
  const world = payoutWorld();
  await approved(world);
  const money = (fen: number, causeId: string) => due(world, { causeId, benefit: { form: 'payout', fen } });
  expect(codeOf(await confirm(world, await money(MOST_PAYOUT_FEN + 1, 'a')))).toBe('PAYOUT_AMOUNT');
  expect(codeOf(await confirm(world, await money(MOST_PAYOUT_FEN, 'b')))).toBe('ok');
  const more = await money(30, 'c');
  expect(codeOf(await confirm(world, more))).toBe('PAYOUT_OF_RESIDENT');
  world.advance(DAY_MS);
  expect(codeOf(await confirm(world, more))).toBe('ok');
});

test('two operators at once approve once and take the limit once', async () => {
  const world = payoutWorld();
  const payoutId = await due(world);
  await approved(world);
  const replies = await Promise.all([1, 2, 3].map(() => confirm(world, payoutId)));
  expect(replies.map(codeOf)).toEqual(['ok', 'ok', 'ok']);
  const [day] = world.engine.dump<{ _id: string; taken: object }>('payoutDays');
  expect(Object.keys(day?.taken ?? {})).toHaveLength(1);
});

test('the resident asks, taps in WeChat, and is paid once', async () => {
  const { world, payoutId } = await confirmed();
  const reply = await receive(world, payoutId);
  expect(reply).toMatchObject({
    data: { payout: { state: 'waiting' }, transfer: { mchId: '1900000109', package: expect.any(String) } },
  });
  world.pay.transfers.take(numberOf(world, payoutId));
  await receive(world, payoutId);
  await receive(world, payoutId);
  expect([stateOf(world, payoutId), world.pay.transfers.paidFen()]).toEqual(['paid', 500]);
});

test('the timer hears that it was taken', async () => {
  const { world, payoutId } = await asked();
  world.pay.transfers.take(numberOf(world, payoutId));
  world.advance(MINUTE_MS);
  await world.tick();
  expect(payoutOf(world, payoutId)).toMatchObject({ state: 'paid', openid: null, packageInfo: null });
});

test("nobody takes a neighbour's money, nor before it is approved", async () => {
  const world = payoutWorld();
  const payoutId = await due(world);
  expect(codeOf(await receive(world, payoutId, 'ben'))).toBe('PAYOUT_UNKNOWN');
  expect(codeOf(await receive(world, payoutId))).toBe('PAYOUT_STATE');
  expect(world.pay.transfers.live()).toEqual([]);
});

test('not taken for 24 hours: it came back, and the resident asks again under a new number', async () => {
  const { world, payoutId } = await asked();
  const first = numberOf(world, payoutId);
  for (let hour = 0; hour < 30; hour += 1) {
    world.advance(HOUR_MS);
    await world.tick();
  }
  expect(payoutOf(world, payoutId)).toMatchObject({ state: 'returned', why: 'OVERDUE_CLOSE' });
  await receive(world, payoutId);
  const second = numberOf(world, payoutId);
  expect(second).not.toBe(first);
  world.pay.transfers.take(first);
  world.pay.transfers.take(second);
  world.advance(MINUTE_MS);
  await world.tick();
  expect([stateOf(world, payoutId), world.pay.transfers.paidFen()]).toEqual(['paid', 500]);
});

test('WeChat refuses it: an operator reads why and approves it again; the number stays, for WeChat never took it', async () => {
  const { world, payoutId } = await confirmed();
  world.pay.transfers.refusals.push('NO_AUTH');
  await receive(world, payoutId);
  expect(payoutOf(world, payoutId)).toMatchObject({ state: 'failed', why: 'NO_AUTH', tab: 'trouble' });
  expect(codeOf(await receive(world, payoutId))).toBe('PAYOUT_STATE');
  expect(codeOf(await confirm(world, payoutId))).toBe('ok');
  await receive(world, payoutId);
  expect(world.pay.transfers.live()).toHaveLength(1);
});

describe('its cause is undone', () => {
  test('before it was asked for: it is withheld, and nobody approves or takes it', async () => {
    const { world, payoutId } = await confirmed();
    await undo(world);
    expect(payoutOf(world, payoutId)).toMatchObject({ state: 'withheld', why: 'referral-refunded' });
    expect([codeOf(await receive(world, payoutId)), codeOf(await confirm(world, payoutId))]).toEqual([
      'PAYOUT_STATE',
      'PAYOUT_STATE',
    ]);
  });

  test('before it came at all: it comes as withheld', async () => {
    const world = payoutWorld();
    await undo(world);
    const payoutId = await due(world);
    expect(stateOf(world, payoutId)).toBe('withheld');
  });

  test('while WeChat waits for the tap: taken, it stays paid', async () => {
    const { world, payoutId } = await asked();
    await undo(world);
    expect(stateOf(world, payoutId)).toBe('waiting');
    world.pay.transfers.take(numberOf(world, payoutId));
    for (let minute = 0; minute < 3; minute += 1) {
      world.advance(MINUTE_MS);
      await world.tick();
    }
    expect(stateOf(world, payoutId)).toBe('paid');
    expect(world.engine.dump<{ _id: string; effectsDueAt?: number }>('orders').map((one) => one.effectsDueAt)).toEqual([
      undefined,
      undefined,
    ]);
  });

  test('while WeChat waits for the tap: never taken, it comes back and is withheld', async () => {
    const { world, payoutId } = await asked();
    await undo(world);
    for (let hour = 0; hour < 31; hour += 1) {
      world.advance(HOUR_MS);
      await world.tick();
    }
    expect(stateOf(world, payoutId)).toBe('withheld');
  });
});

test('staff withholds with a reason, logged with who', async () => {
  const world = payoutWorld();
  const payoutId = await due(world);
  world.asStaff('olga', ['operator']);
  const input = { payoutId, reason: '同一台手机注册了两次' };
  const reply = await world.staffCall('olga', 'reward.withholdPayout', input, world.key());
  expect(reply).toMatchObject({ data: { state: 'withheld', why: input.reason, canConfirm: false } });
  const log = world.engine.dump<{ _id: string; operation: string }>('staffLog');
  expect(log.map(({ operation }) => operation)).toEqual(['reward.withholdPayout']);
});

test('lists: staff sees each tab with its count, the resident her own', async () => {
  const { world } = await confirmed();
  await due(world, { causeId: 'c2', residentId: world.residentId('ben') });
  const list = (tab: string) => world.staffCall('owen', 'reward.payouts', { tab });
  expect(await list('to-approve')).toMatchObject({
    data: { rows: [{ causeId: 'c2' }], counts: { 'to-approve': 1, 'under-way': 1 }, bounds: { todayFen: 500 } },
  });
  expect(await list('under-way')).toMatchObject({ data: { rows: [{ causeId: 'c1', reference: REFERENCE }] } });
  const mine = await world.call('ann', 'reward.myPayouts', {});
  expect(mine).toMatchObject({ data: { rows: [{ fen: 500, state: 'confirmed', canReceive: true }], next: null } });
});
