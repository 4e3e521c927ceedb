import type { PriceProblem } from './problem';

/** By price: whether the cart has more units that could take it than one order may have. A limit that is not reached is none. */
export function bindingLimits({ lines, prices }: PriceProblem): boolean[] {
  const binding: boolean[] = [];
  for (const { maxUnits, unitFen } of prices) {
    let units = 0;
    if (maxUnits !== null)
      for (let line = 0; line < lines.length; line += 1)
        if (unitFen[line] !== undefined) units += lines[line]?.quantity ?? 0;
    binding.push(maxUnits !== null && units > maxUnits);
  }
  return binding;
}
