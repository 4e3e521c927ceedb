import type { PriceProblem, UnitPriceOffer } from './problem';

/** Lines that bundles, limits and nth offers tie together, with the offers that look at them; all by index. */
export interface Component {
  readonly lines: readonly number[];
  readonly prices: readonly number[];
  readonly bundles: readonly number[];
  readonly nths: readonly number[];
}

/** Splits a problem into parts that do not influence each other. */
export function componentsOf(problem: PriceProblem): Component[] {
  const links = new Links(problem.lines.length);
  for (const { components } of problem.bundles) links.join(components.map(({ line }) => line));
  for (const offer of problem.prices) if (canBind(offer, problem)) links.join(linesOf(offer));
  for (const { lines } of problem.nths) links.join(lines);
  const byRoot = new Map<number, number[]>();
  for (const line of problem.lines.keys()) {
    const root = links.rootOf(line);
    byRoot.set(root, [...(byRoot.get(root) ?? []), line]);
  }
  return [...byRoot.values()].map((lines) => componentOf(problem, lines));
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
  };
}

function componentOf({ prices, bundles, nths }: PriceProblem, lines: readonly number[]): Component {
  const own = new Set(lines);
  const indicesOf = <T>(list: readonly T[], touches: (item: T) => boolean): number[] =>
    list.flatMap((item, i) => (touches(item) ? [i] : []));
  return {
    lines,
    prices: indicesOf(prices, ({ unitFen }) => lines.some((line) => unitFen[line] !== undefined)),
    bundles: indicesOf(bundles, ({ components }) => components.some(({ line }) => own.has(line))),
    nths: indicesOf(nths, (nth) => nth.lines.some((line) => own.has(line))),
  };
}

function linesOf({ unitFen }: UnitPriceOffer): number[] {
  return unitFen.flatMap((fen, line) => (fen === undefined ? [] : [line]));
}

/** A limit that the cart cannot reach ties nothing together. */
function canBind(offer: UnitPriceOffer, { lines }: PriceProblem): boolean {
  if (offer.maxUnits === null) return false;
  return linesOf(offer).reduce((sum, line) => sum + (lines[line]?.quantity ?? 0), 0) > offer.maxUnits;
}

/** Union-find. */
class Links {
  private readonly parents: number[];

  constructor(size: number) {
    this.parents = Array.from({ length: size }, (_, i) => i);
  }

  rootOf(line: number): number {
    let root = line;
    for (let parent = this.parents[root]; parent !== undefined && parent !== root; parent = this.parents[root])
      root = parent;
    this.parents[line] = root;
    return root;
  }

  join(lines: readonly number[]): void {
    const [first] = lines;
    if (first === undefined) return;
    const root = this.rootOf(first);
    for (const line of lines) this.parents[this.rootOf(line)] = root;
  }
}
