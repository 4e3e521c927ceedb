/**
 * Which documents changed after a transaction's snapshot. A write is numbered when it is made and counts as seen only once it is
 * committed; a snapshot taken in between treats it as later, which may cause a needless conflict but never a lost update.
 */
export class History {
  private lastMade = 0;
  private lastCommitted = 0;
  private readonly lastChange = new Map<string, number>();

  /** Number of the last write made. */
  get made(): number {
    return this.lastMade;
  }

  /** Number of the last write that a snapshot taken now contains for certain. */
  get committed(): number {
    return this.lastCommitted;
  }

  record(lockKeys: Iterable<string>): void {
    this.lastMade++;
    for (const key of lockKeys) this.lastChange.set(key, this.lastMade);
  }

  hasChangedSince(lockKeys: Iterable<string>, number: number): boolean {
    for (const key of lockKeys) if ((this.lastChange.get(key) ?? 0) > number) return true;
    return false;
  }

  /** `number` must have been read inside the step that is now committed. */
  commitUpTo(number: number): void {
    this.lastCommitted = Math.max(this.lastCommitted, number);
  }

  /** Nobody can ask about the past any more. */
  forget(): void {
    if (this.lastCommitted === this.lastMade) this.lastChange.clear();
  }
}
