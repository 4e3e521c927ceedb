import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { NotCases, problemsOf, readCases } from './read';

const sound = {
  name: 'two milk',
  why: '2 × 1,000 + 500 freight.',
  lines: [{ skuId: 'milk', listUnitFen: 1000, quantity: 2 }],
  expect: { payableFen: 2500 },
};
const offer = (kind: string, parameters: object) => ({ ...sound, offers: [{ id: 'o', kind, parameters }] });

describe('what is wrong is named by its field', () => {
  test.each<[object, string[]]>([
    [sound, []],
    [
      { ...sound, lines: [{ skuId: 'milk', listUnitFen: 10.5, quantity: 2 }] },
      ['[0].lines[0].listUnitFen should be integer'],
    ],
    [
      { ...sound, lines: [{ skuId: 'milk', listUnitFen: 1000 }] },
      ["[0].lines[0] should have required property 'quantity'"],
    ],
    [{ ...sound, why: undefined }, ["[0] should have required property 'why'"]],
    [{ ...sound, why: '' }, ['[0].why should NOT be shorter than 1 characters']],
    [{ ...sound, nwo: '2026-05-20' }, ['[0] should NOT have additional properties: nwo']],
    [
      { ...sound, resident: { tier: 'platin' } },
      ['[0].resident.tier should be equal to one of the allowed values: normal, silver, gold, diamond'],
    ],
    [
      { ...sound, coupons: [{ id: 'c', kind: 'fixed', group: 'a' }] },
      ["[0].coupons[0] should have required property 'offFen'"],
    ],
    [offer('nth-item', { every: 2, reduced: 2, payRateBps: 5000 }), ['[0].offers[0].parameters.reduced RULE']],
    [offer('nth-item', { every: 1, reduced: 1, payRateBps: 5000 }), ['[0].offers[0].parameters.every OUT_OF_BOUNDS']],
    [offer('gift', { per: { form: 'once', units: 1 } }), ['[0].offers[0].parameters.gift MISSING']],
  ])('%#', (one, problems) => expect(problemsOf([one])).toEqual(problems));
  test('an unknown kind is answered with those that there are', () =>
    expect(problemsOf([offer('second-half', {})])[0]).toMatch(
      /^\[0\]\.offers\[0\]\.kind should be one of: .*nth-item/,
    ));
});

describe('a file', () => {
  const folder = mkdtempSync(path.join(tmpdir(), 'cases-'));
  const write = (text: string) => {
    const file = path.join(folder, 'case.json');
    writeFileSync(file, text);
    return file;
  };
  afterAll(() => rmSync(folder, { recursive: true }));
  test('of one case needs no list', () => expect(readCases(write(JSON.stringify(sound)))).toEqual([sound]));
  test.each(['{', 'null', '[]', '{"name": ""}'])('of %s is no list of cases', (text) =>
    expect(() => readCases(write(text))).toThrow(NotCases),
  );
  test('that is not there says so', () =>
    expect(() => readCases(path.join(folder, 'none.json'))).toThrow(/none\.json cannot be read: Error: ENOENT/));
});
