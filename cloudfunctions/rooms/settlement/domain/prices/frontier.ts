/** What is still to be looked at, the highest bound first; of equal bounds the one that came last. A binary heap. */
export class Frontier<T extends { readonly bound: number }> {
  private readonly heap: { readonly item: T; readonly turn: number }[] = [];
  private turns = 0;

  push(item: T): void {
    this.turns += 1;
    let at = this.heap.push({ item, turn: this.turns }) - 1;
    while (at > 0) {
      const above = (at - 1) >> 1;
      if (!this.isBefore(at, above)) return;
      this.swap(at, above);
      at = above;
    }
  }

  pop(): T | undefined {
    const [first] = this.heap;
    const last = this.heap.pop();
    if (!first || !last || this.heap.length === 0) return first?.item;
    this.heap[0] = last;
    for (let at = 0; ; ) {
      const below = this.isBefore(2 * at + 2, 2 * at + 1) ? 2 * at + 2 : 2 * at + 1;
      if (!this.isBefore(below, at)) return first.item;
      this.swap(at, below);
      at = below;
    }
  }

  private isBefore(a: number, b: number): boolean {
    const [x, y] = [this.heap[a], this.heap[b]];
    if (!x || !y) return x !== undefined;
    return x.item.bound > y.item.bound || (x.item.bound === y.item.bound && x.turn > y.turn);
  }

  private swap(a: number, b: number): void {
    const [x, y] = [this.heap[a], this.heap[b]];
    if (!x || !y) return;
    this.heap[a] = y;
    this.heap[b] = x;
  }
}
