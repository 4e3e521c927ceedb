import type {
  Benefit,
  FundingShares,
  NextStep,
  NotApplied,
  Quote,
  QuoteLine,
} from '../../cloudfunctions/rooms/settlement';
import type { Case } from './case';
import { type Align, columns } from './columns';

/** Fen as yuan: −5.00, 79.80. */
export function yuan(fen: number): string {
  const sign = fen < 0 ? '−' : '';
  return `${sign}${Math.floor(Math.abs(fen) / 100)}.${String(Math.abs(fen) % 100).padStart(2, '0')}`;
}

const units = (count: number): string => (count === 1 ? '1 unit' : `${count} units`);

type NameOf = (id: string) => string;

/** A settlement as a table to read: who pays what for what, what was taken off where, and why not more. */
export function printed({ name, why, names = {} }: Case, quote: Quote): string {
  const nameOf: NameOf = (id) => {
    const [skuId = id, ...rest] = id.split('~');
    const known = names[skuId];
    return known ? [known, ...rest].join('~') : id;
  };
  const parts = [
    section('Lines', lineRows(quote.lines, nameOf), ['left', 'right', 'right', 'right', 'left', 'right', 'right']),
    section('Taken off', adjustmentRows(quote, nameOf)),
    section('Gifts', giftRows(quote, nameOf)),
    section('Add-ons', addOnRows(quote, nameOf)),
    section('To pay', sumRows(quote), ['left', 'right']),
    section('Borne by', fundingRows(quote.funding)),
    section(
      'Not applied',
      quote.notApplied.map((one) => [one.id, one.kind, reasonOf(one)]),
    ),
    section('Next step', quote.nextStep ? [nextRow(quote.nextStep, nameOf)] : []),
  ];
  return [name, ...(why ? [why] : []), ...parts.filter((part) => part !== '')].join('\n\n');
}

function section(title: string, rows: readonly (readonly string[])[], aligns: readonly Align[] = []): string {
  if (rows.length === 0) return '';
  return [title, ...columns(rows, aligns).map((row) => `  ${row}`)].join('\n');
}

function lineRows(lines: readonly QuoteLine[], nameOf: NameOf): string[][] {
  const head = ['', 'units', 'list each', 'price each', 'price by', 'after 1–2', 'paid'];
  const rows = lines.map((line) => [
    nameOf(line.lineId),
    String(line.quantity),
    yuan(line.listUnitFen),
    yuan(line.unitFen),
    [line.linePrice, line.offerId, line.nthOfferId].filter((part) => part !== null).join(' '),
    yuan(line.amountFen),
    yuan(line.paidFen),
  ]);
  return [head, ...rows];
}

function adjustmentRows({ adjustments }: Quote, nameOf: NameOf): string[][] {
  return adjustments.map(({ id, kind, amountFen, allocation, funding }) => {
    const shares = allocation.map((share) => `${nameOf(share.lineId)} ${yuan(share.amountFen)}`).join(', ');
    const merchants =
      Object.keys(funding.merchantsFen).length > 0 ? fundingRows(funding).map((row) => row.join(' ')) : [];
    return [id, kind, yuan(amountFen), shares, merchants.join(', ')];
  });
}

function giftRows({ gifts }: Quote, nameOf: NameOf): string[][] {
  return gifts.map(({ lineId, skuId, quantity, valueUnitFen, substituteFor }) => [
    lineId,
    `${nameOf(skuId)} × ${quantity}`,
    `worth ${yuan(valueUnitFen)} each`,
    substituteFor === null ? '' : `instead of ${nameOf(substituteFor)}`,
  ]);
}

function addOnRows({ addOns }: Quote, nameOf: NameOf): string[][] {
  return addOns.map(({ offerId, thresholdFen, benefit, costFen }) => [
    offerId,
    `from ${yuan(thresholdFen)}`,
    benefitOf(benefit, nameOf),
    costFen > 0 ? `costs ${yuan(costFen)}` : '',
  ]);
}

function benefitOf({ form, ...what }: Benefit, nameOf: NameOf): string {
  const words = Object.entries(what).map(([key, value]) => {
    return key === 'skuId' ? nameOf(String(value)) : `${key} ${key.endsWith('Fen') ? yuan(Number(value)) : value}`;
  });
  return [form, ...words].join(' ');
}

function sumRows(quote: Quote): string[][] {
  const { freight, points, earns, coupons } = quote;
  const rush = freight.rushFen > 0 ? [['rush fee', yuan(freight.rushFen)]] : [];
  return [
    ['goods at list', yuan(quote.listFen)],
    ['freight', yuan(freight.baseFen)],
    ...rush,
    ['taken off', yuan(-quote.savedFen)],
    ['payable', yuan(quote.payableFen), `goods ${yuan(quote.goodsPaidFen)}, freight ${yuan(freight.paidFen)}`],
    ['points', String(points.used), `of ${points.wish} wished; at most ${points.maxUsablePoints} of this order`],
    ['earns', String(earns.points), `points; chances ${earns.chances}`],
    ['coupons', String(coupons.chosenIds.length), coupons.chosenIds.join(', ')],
    ['proven', quote.proven ? 'yes' : 'no', quote.proven ? '' : 'the search met its limit: this is the best it found'],
  ];
}

function fundingRows({ shopFen, merchantsFen }: FundingShares): string[][] {
  const merchants = Object.entries(merchantsFen).map(([id, fen]) => [id, yuan(fen)]);
  return shopFen === 0 && merchants.length === 0 ? [] : [['shop', yuan(shopFen)], ...merchants];
}

function reasonOf({ reason, gapFen, gapUnits, opensAtMs, insteadId }: NotApplied): string {
  const more = [
    gapFen === null ? '' : `${yuan(gapFen)} missing`,
    gapUnits === null ? '' : `${units(gapUnits)} missing`,
    opensAtMs === null
      ? ''
      : `from ${new Date(opensAtMs + 8 * 3_600_000).toISOString().slice(0, 16).replace('T', ' ')}`,
    insteadId === null ? '' : `instead: ${insteadId}`,
  ];
  return [reason, ...more.filter(Boolean)].join(', ');
}

function nextRow({ id, gapFen, gapUnits, rewardFen, benefit, reach }: NextStep, nameOf: NameOf): string[] {
  const gap = gapUnits === null ? `${yuan(gapFen)} more` : `${units(gapUnits)} more`;
  const brings = benefit ? benefitOf(benefit, nameOf) : `${yuan(rewardFen)} off`;
  const way = reach ? `by ${nameOf(reach.skuId)} × ${reach.quantity} for ${yuan(reach.addsFen)}` : '';
  return [id, gap, `brings ${brings}`, way];
}
