import { allocate } from '../../../../kernel/allocate';
import type { Fen } from '../../../../kernel/fen';
import type { ComponentPrice, SetComponent } from './kind';
import { type UnitPrice, unitFenOf } from './unit-price';

/** A price for the whole set, or a rate or a cut for each of its units. */
export type SetPrice = { readonly form: 'set'; readonly setFen: Fen } | Exclude<UnitPrice, { form: 'price' }>;

/** Fen of each component inside one set; null: not below list, so that the set brings nothing. */
export function setAmounts(
  price: SetPrice,
  components: readonly SetComponent[],
  prices: readonly ComponentPrice[],
): readonly Fen[] | null {
  const listFen = components.map(({ quantity }, i) => quantity * (prices[i]?.listUnitFen ?? 0));
  const amountsFen =
    price.form === 'set'
      ? byListPrice(price.setFen, components, prices)
      : components.map(({ quantity }, i) => {
          const { listUnitFen, floorUnitFen } = prices[i] ?? { listUnitFen: 0, floorUnitFen: 0 };
          return quantity * Math.max(unitFenOf(price, listUnitFen), floorUnitFen);
        });
  return sum(amountsFen) < sum(listFen) ? amountsFen : null;
}

/**
 * The set's price over its components by list price, largest remainder, ties to the earlier; none below its floor, and
 * what one cannot come down the others do. Reckoned as what is taken off, where floors are caps; from the last to the
 * first, because the fen that a tie takes off the later is the fen that the earlier keeps.
 */
function byListPrice(setFen: Fen, components: readonly SetComponent[], prices: readonly ComponentPrice[]): Fen[] {
  const targets = components.map(({ quantity }, i) => {
    const { listUnitFen, floorUnitFen } = prices[i] ?? { listUnitFen: 0, floorUnitFen: 0 };
    return { weightFen: quantity * listUnitFen, capFen: quantity * (listUnitFen - floorUnitFen) };
  });
  const offFen = Math.max(0, sum(targets.map(({ weightFen }) => weightFen)) - setFen);
  const offsFen = allocate(offFen, [...targets].reverse()).sharesFen.reverse();
  return targets.map(({ weightFen }, i) => weightFen - (offsFen[i] ?? 0));
}

function sum(amounts: readonly Fen[]): Fen {
  return amounts.reduce((total, fen) => total + fen, 0);
}
