import type { PriceProblem, UnitPriceOffer } from './problem';

/** Lines that bundles, limits and nth offers tie together, with the offers that look at them; all by index. */
export interface Component {
  readonly lines: readonly number[];
  readonly prices: readonly number[];
  readonly bundles: readonly number[];
  readonly nths: readonly number[];
}

/** Parts of a problem that do not influence each other; lines that nothing ties to others or limits are in none. */
export function componentsOf(problem: PriceProblem, binding: readonly boolean[]): Component[] {
  const { lines, prices, bundles, nths } = problem;
  if (bundles.length + nths.length === 0 && !binding.includes(true)) return [];
  const links = new Links(lines.length);
  for (const { components } of bundles) links.join(components.map(({ line }) => line));
  for (const [p, offer] of prices.entries()) if (binding[p]) links.join(linesOf(offer));
  for (const { lines: own } of nths) links.join(own);
  return links.groups().map((own) => componentOf(problem, own));
}

/** The component as a problem of its own. */
export function restrictTo(problem: PriceProblem, component: Component): PriceProblem {
  const { lines, prices, bundles, nths } = component;
  const own = new Map(lines.map((line, i) => [line, i]));
  const pick = <T>(list: readonly T[], indices: readonly number[]): T[] => indices.flatMap((i) => list[i] ?? []);
  return {
    lines: pick(problem.lines, lines),
    prices: pick(problem.prices, prices).map((offer) => ({
      ...offer,
      unitFen: lines.map((line) => offer.unitFen[line]),
    })),
    bundles: pick(problem.bundles, bundles).map((offer) => ({
      ...offer,
      components: offer.components.map((c) => ({ ...c, line: own.get(c.line) ?? 0 })),
    })),
    nths: pick(problem.nths, nths).map((offer) => ({
      ...offer,
      lines: offer.lines.flatMap((line) => own.get(line) ?? []),
      reducedFen: (line, unitFen) => offer.reducedFen(lines[line] ?? 0, unitFen),
    })),
    nodeLimit: problem.nodeLimit,
    workLimit: problem.workLimit,
  };
}

/** What ties lines ties all of its own: whether one of them is there says it. */
function componentOf({ prices, bundles, nths }: PriceProblem, lines: readonly number[]): Component {
  return {
    lines,
    prices: indicesWhere(prices, ({ unitFen }) => isAnyPriced(unitFen, lines)),
    bundles: indicesWhere(bundles, ({ components }) => lines.includes(components[0]?.line ?? -1)),
    nths: indicesWhere(nths, (nth) => lines.includes(nth.lines[0] ?? -1)),
  };
}

function isAnyPriced(unitFen: UnitPriceOffer['unitFen'], lines: readonly number[]): boolean {
  for (const line of lines) if (unitFen[line] !== undefined) return true;
  return false;
}

function indicesWhere<T>(list: readonly T[], holds: (item: T) => boolean): number[] {
  const found: number[] = [];
  for (let i = 0; i < list.length; i += 1) {
    const item = list[i];
    if (item !== undefined && holds(item)) found.push(i);
  }
  return found;
}

function linesOf({ unitFen }: UnitPriceOffer): number[] {
  const lines: number[] = [];
  for (let line = 0; line < unitFen.length; line += 1) if (unitFen[line] !== undefined) lines.push(line);
  return lines;
}

/** Union-find. */
class Links {
  private readonly parents: number[] = [];
  private readonly isJoined: boolean[] = [];

  constructor(size: number) {
    for (let i = 0; i < size; i += 1) this.parents.push(i);
  }

  join(lines: readonly number[]): void {
    const [first] = lines;
    if (first === undefined) return;
    const root = this.rootOf(first);
    for (const line of lines) {
      this.parents[this.rootOf(line)] = root;
      this.isJoined[line] = true;
    }
  }

  /** Lines that were joined, by what they hang together with; each list ascending. */
  groups(): number[][] {
    const byRoot = new Map<number, number[]>();
    for (let line = 0; line < this.parents.length; line += 1) {
      if (!this.isJoined[line]) continue;
      const root = this.rootOf(line);
      const own = byRoot.get(root);
      if (own) own.push(line);
      else byRoot.set(root, [line]);
    }
    return [...byRoot.values()];
  }

  private rootOf(line: number): number {
    let root = line;
    for (let parent = this.parents[root]; parent !== undefined && parent !== root; parent = this.parents[root])
      root = parent;
    this.parents[line] = root;
    return root;
  }
}
