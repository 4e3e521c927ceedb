import { drawSlot, seedHash } from '@kernel/fairness';
import type { SpinView } from '@rooms/draw/contract';
import { checkSpin } from './check';
import { proofText } from './proof';
import { toldSteps, turnedText } from './told';

const seedHex = '0'.repeat(64);
const sealed = { drawId: 'draw_1', seedHash: seedHash(seedHex), seedHex };
const odds = [
  { prizeId: 'milk', weight: 30_000, title: '鲜牛奶' },
  { prizeId: 'points', weight: 970_000, title: '88 积分' },
];
const spin: SpinView = {
  chanceId: 'order:o1:1',
  title: '88 积分',
  atMs: Date.parse('2026-11-21T15:40:00+08:00'),
  oddsVersion: 1,
  slot: 982_659,
  drawnPrizeId: 'points',
  givenPrizeId: 'points',
  turned: null,
  cell: null,
};
const told = (kept: SpinView, at = sealed) => {
  const checked = checkSpin(at, odds, kept);
  return toldSteps(at, { spin: kept, odds }, checked).map(({ text, numbers }) => [text, numbers]);
};

test('a true spin is told in three steps with its numbers', () => {
  expect(told(spin)).toEqual([
    ['种子和开始前公布的指纹对得上', expect.stringMatching(/^[0-9a-f]{8} [0-9a-f]{8} … [0-9a-f]{8}$/)],
    ['用种子和您这次的机会号，算出号码', '982 659（共 1 000 000 个号）'],
    ['这个号码落在 88 积分的区间', '030 000 到 999 999'],
  ]);
});

test('a kept number that is one off is told beside the own one, a prize of another range by its name', () => {
  const [, slot, prize] = told({ ...spin, slot: 982_660, drawnPrizeId: 'milk' });
  expect(slot).toEqual(['算出来的号码和店里记的不一样', '店里记的 982 660，这里算的 982 659']);
  expect(prize).toEqual(['这个号码不在鲜牛奶的区间', '030 000 到 999 999']);
});

test('another seed is told in the first step', () => {
  expect(told(spin, { ...sealed, seedHex: '1'.repeat(64) })[0]?.[0]).toBe('种子和指纹对不上');
});

test('before the end the steps to come stand there, with the number that was kept', () => {
  const steps = toldSteps({ ...sealed }, { spin, odds }, null);
  expect(steps.map(({ isTrue }) => isTrue)).toEqual([null, null, null]);
  expect(steps[1]?.numbers).toBe('982 659（共 1 000 000 个号）');
});

test('a prize that was turned says why, and that the number stays', () => {
  expect(turnedText(spin)).toBeNull();
  expect(turnedText({ ...spin, turned: 'DAY_LIMIT' })).toBe('本来抽到的那样今天发完了，换成了这个。号码没有变。');
});

test('what is copied is enough to work it out elsewhere', () => {
  const proof = JSON.parse(proofText(sealed, odds, spin));
  expect(drawSlot(proof.seed, proof.draw, proof.chance)).toBe(proof.slot);
  expect(proof.odds).toEqual([
    { prize: 'milk', slots: 30_000 },
    { prize: 'points', slots: 970_000 },
  ]);
});
