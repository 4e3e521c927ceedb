import { mkdirSync, mkdtempSync, rmSync, symlinkSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { cruise, type Violation } from './cruise';

const ROOT = path.resolve(__dirname, '../..');

/** A small house in which every import is allowed. */
const GOOD: Record<string, string> = {
  'cloudfunctions/kernel/fen.ts': "import { sha256 } from 'js-sha256';\nexport const fen = sha256;\n",
  'cloudfunctions/kernel/rate.ts': "import { fen } from './fen';\nexport const rate = fen;\n",
  'cloudfunctions/contract/index.ts': "import * as v from 'valibot';\nexport const id = v.string;\n",
  'cloudfunctions/platform/ports.ts': 'export interface Port { send(): void }\n',
  'cloudfunctions/platform/db.ts': "import sdk from 'wx-server-sdk';\nexport const db = sdk;\n",
  'cloudfunctions/rooms/coupon/domain/claim.ts':
    "import { rate } from '../../../kernel/rate';\nexport const claim = rate;\n",
  'cloudfunctions/rooms/settlement/index.ts':
    "export { rate } from '../../kernel/rate';\nexport type Price = number;\n",
  'cloudfunctions/rooms/campaign/domain/offer.ts':
    "import { rate } from '../../settlement';\nexport const offer = rate;\n",
  'client/text/price.ts':
    "import type { Price } from '@rooms/settlement';\nexport const text = (price: Price) => price;\n",
  'cloudfunctions/rooms/coupon/store.ts':
    "import { db } from '../../platform/db';\nimport { claim } from './domain/claim';\nexport const find = [db, claim];\n",
  'cloudfunctions/rooms/coupon/operations/take.ts':
    "import { claim } from '../domain/claim';\nimport { find } from '../store';\nexport const take = [claim, find];\n",
  'cloudfunctions/rooms/coupon/contract.ts':
    "import { id } from '../../contract';\nimport { claim } from './domain/claim';\nimport type { Port } from '../../platform/ports';\nexport type View = Port;\nexport const contract = [id, claim];\n",
  'cloudfunctions/rooms/coupon/index.ts':
    "export type { View } from './contract';\nexport { take } from './operations/take';\n",
  'cloudfunctions/rooms/order/contract.ts':
    "import type { View } from '../coupon/contract';\nexport type Order = View;\n",
  'cloudfunctions/rooms/order/operations/place.ts':
    "import { take } from '../../coupon';\nexport const place = take;\n",
  'cloudfunctions/rooms/order/index.ts': "export { place } from './operations/place';\n",
  'cloudfunctions/rooms/assembly.ts': "import { place } from './order';\nexport const assembly = [place];\n",
  'cloudfunctions/functions/resident/index.ts':
    "import { assembly } from '../../rooms/assembly';\nexport const main = assembly;\n",
  'client/services/call.ts':
    "import type { Order } from '@rooms/order/contract';\nimport { rate } from '@kernel/rate';\nexport const call = (order: Order) => [order, rate];\n",
  'client/packages/order/api.ts': "import { call } from '@/services/call';\nexport const api = call;\n",
  'client/packages/draw/api.ts': "import { call } from '@/services/call';\nexport const api = call;\n",
  'localcloud/index.ts': "import { http } from './http';\nexport const start = http;\n",
  'localcloud/http.ts': "import http from 'node:http';\nexport { http };\n",
  'tools/seed/index.ts': "import { place } from '../../cloudfunctions/rooms/order';\nexport const seed = place;\n",
};

/** One forbidden import each: the rule that must speak, and the line that breaks it. */
const BAD: [rule: string, file: string, line: string][] = [
  ['kernel-stands-alone', 'cloudfunctions/kernel/bad.ts', "import 'dayjs';"],
  ['kernel-stands-alone', 'cloudfunctions/kernel/bad2.ts', "import '../platform/db';"],
  ['words-of-contracts', 'cloudfunctions/contract/bad.ts', "import '../platform/db';"],
  ['contract-runs-little', 'cloudfunctions/rooms/draw/contract.ts', "import './store';"],
  ['contract-runs-little', 'cloudfunctions/rooms/loyalty/contract.ts', "import '../coupon/contract';"],
  [
    'contract-names-types',
    'cloudfunctions/rooms/account/contract.ts',
    "import type { find } from '../coupon/store';\nexport type Bad = typeof find;",
  ],
  ['domain-is-pure', 'cloudfunctions/rooms/coupon/domain/bad.ts', "import '../store';"],
  ['domain-is-pure', 'cloudfunctions/rooms/coupon/domain/bad2.ts', "import '../../../platform/ports';"],
  ['domain-is-pure', 'cloudfunctions/rooms/coupon/domain/bad3.ts', "import 'valibot';"],
  ['domain-is-pure', 'cloudfunctions/rooms/coupon/domain/bad4.ts', "import '../../order';"],
  ['settlement-is-pure', 'cloudfunctions/rooms/settlement/operations/bad.ts', "import '../../../platform/db';"],
  ['rooms-by-their-door', 'cloudfunctions/rooms/order/operations/bad.ts', "import '../../coupon/domain/claim';"],
  ['rooms-by-their-door', 'cloudfunctions/rooms/order/operations/bad2.ts', "import '../../coupon/contract';"],
  ['rooms-from-outside', 'cloudfunctions/rooms/other.ts', "import './coupon/operations/take';"],
  ['rooms-from-outside', 'tools/bad.ts', "import '../cloudfunctions/rooms/coupon/store';"],
  ['store-is-private', 'cloudfunctions/rooms/order/operations/bad3.ts', "import '../../coupon/store';"],
  ['rooms-below-doors', 'cloudfunctions/rooms/order/operations/bad4.ts', "import '../../../functions/resident';"],
  ['sdk-in-platform-only', 'cloudfunctions/rooms/order/store.ts', "import 'wx-server-sdk';"],
  ['sdk-in-platform-only', 'localcloud/bad.ts', "import 'wx-server-sdk';"],
  ['platform-knows-no-room', 'cloudfunctions/platform/bad.ts', "import '../rooms/coupon';"],
  ['doors-are-thin', 'cloudfunctions/functions/staff/index.ts', "import '../../kernel/fen';"],
  ['localcloud-knows-no-shop', 'localcloud/bad2.ts', "import '../cloudfunctions/kernel/fen';"],
  ['localcloud-knows-no-shop', 'localcloud/bad3.ts', "import '../cloudfunctions/platform/db';"],
  ['client-runs-kernel-only', 'client/services/bad.ts', "import '@rooms/order/contract';"],
  [
    'client-names-contracts',
    'client/services/bad2.ts',
    "import type { take } from '@rooms/coupon';\nexport type Bad = typeof take;",
  ],
  ['client-apart', 'client/services/bad3.ts', "import '../../localcloud/http';"],
  ['sub-packages-apart', 'client/packages/order/bad.ts', "import '@/packages/draw/api';"],
  ['main-package-first', 'client/pages/home/bad.ts', "import '@/packages/draw/api';"],
  ['support-is-for-tests', 'cloudfunctions/rooms/coupon/operations/bad.ts', "import '../domain/support/a-coupon';"],
  ['no-circles', 'localcloud/circle.ts', "import './circle2';"],
];
const OTHER_ENDS = {
  'localcloud/circle2.ts': "import './circle';\n",
  'cloudfunctions/rooms/coupon/domain/support/a-coupon.ts': "import 'fast-check';\nexport const aCoupon = 1;\n",
};

const bases: string[] = [];
afterAll(() => {
  for (const base of bases) rmSync(base, { recursive: true, force: true });
});

function houseOf(files: Record<string, string>): string {
  const base = mkdtempSync(path.join(tmpdir(), 'linli-house-'));
  bases.push(base);
  symlinkSync(path.join(ROOT, 'node_modules'), path.join(base, 'node_modules'));
  const paths = {
    '@/*': ['./client/*'],
    '@kernel/*': ['./cloudfunctions/kernel/*'],
    '@rooms/*': ['./cloudfunctions/rooms/*'],
  };
  const all = {
    ...files,
    'tsconfig.json': JSON.stringify({ compilerOptions: { moduleResolution: 'Bundler', paths } }),
  };
  for (const [file, text] of Object.entries(all)) {
    mkdirSync(path.dirname(path.join(base, file)), { recursive: true });
    writeFileSync(path.join(base, file), text);
  }
  return base;
}

test('the project keeps every rule', () => {
  expect(cruise()).toEqual([]);
});

test('a house in which everyone knows only whom they may passes', () => {
  expect(cruise(houseOf(GOOD))).toEqual([]);
});

describe('one bad import is caught', () => {
  let found: Violation[];
  beforeAll(() => {
    const bad = Object.fromEntries(BAD.map(([, file, line]) => [file, `${line}\n`]));
    found = cruise(houseOf({ ...GOOD, ...bad, ...OTHER_ENDS }));
  });

  test.each(BAD)('%s: %s', (rule, file) => {
    expect(found.filter((violation) => violation.from === file).map((violation) => violation.rule)).toContain(rule);
  });

  test('every rule has its bad example, and no other file is blamed', () => {
    const { forbidden } = require('../../.dependency-cruiser.cjs') as { forbidden: { name: string }[] };
    expect([...new Set(BAD.map(([rule]) => rule))].sort()).toEqual(forbidden.map(({ name }) => name).sort());
    const bad = new Set([...BAD.map(([, file]) => file), ...Object.keys(OTHER_ENDS)]);
    expect(found.filter(({ from }) => !bad.has(from))).toEqual([]);
  });
});
