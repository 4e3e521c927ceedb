import { openBooks } from './books';
import { moneyIsWhereItBelongs, noAlarm, refundsAreExact, repliesAreTrue } from './rest-money';
import { chancesAreOnce, couponsAreWhereTheyBelong, firstOrdersAreOnce, pointsHaveCauses } from './rest-people';
import type { Rest, Rule } from './rest-rule';
import { claimsAreConserved, noMarkIsLeft, unitsAreConserved } from './rest-units';

export type { Accounts } from './rest-rule';

const RULES: readonly Rule[] = [
  unitsAreConserved,
  claimsAreConserved,
  noMarkIsLeft,
  pointsHaveCauses,
  couponsAreWhereTheyBelong,
  firstOrdersAreOnce,
  moneyIsWhereItBelongs,
  refundsAreExact,
  chancesAreOnce,
  repliesAreTrue,
  noAlarm,
];

/** What must hold at rest (protocol-of-holds.md, "Always"). */
export function violationsAtRest(rest: Omit<Rest, 'books'>): string[] {
  const found: string[] = [];
  const whole: Rest = { ...rest, books: openBooks(rest.accounts) };
  for (const rule of RULES) rule(whole, (violation) => found.push(violation));
  return found;
}
