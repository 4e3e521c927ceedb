import { fenParts } from '@kernel/fen';

/** A minus as type sets it; the hyphen of `formatFen` is for files. */
const minus = '−';

const grouped = (yuan: string): string => yuan.replace(/\B(?=(\d{3})+$)/g, ',');

/** Parts of a price as it is drawn: 171,360 → {sign: '', yuan: '1,713', fen: '60'}. */
export function priceParts(amountFen: number): { sign: string; yuan: string; fen: string } {
  const { sign, yuan, fen } = fenParts(amountFen);
  return { sign: sign ? minus : '', yuan: grouped(yuan), fen };
}

/** Exact money in a sentence: 320 → '¥3.20', −750 → '−¥7.50'. */
export function yuanText(amountFen: number): string {
  const { sign, yuan, fen } = priceParts(amountFen);
  return `${sign}¥${yuan}.${fen}`;
}

/** Round money on offers: 500 → '5', 550 → '5.5', 120,000 → '1,200'. */
export function roundText(amountFen: number): string {
  const { sign, yuan, fen } = priceParts(amountFen);
  const decimals = fen.replace(/0+$/, '');
  return decimals ? `${sign}${yuan}.${decimals}` : `${sign}${yuan}`;
}

/** What is paid of the whole, as shops here say it: 8,000 → '8 折', 8,500 → '8.5 折'. */
export function rateText(payRateBps: number): string {
  return `${String(payRateBps / 1_000)} 折`;
}

/** 1286 → '1,286' */
export const countText = (count: number): string => (count < 0 ? minus : '') + grouped(String(Math.abs(count)));
