import { DAY_MS } from '@kernel/period';
import { forget, load, save } from '@/services/storage';

interface Search {
  text: string;
  atMs: number;
}

const slot = 'searches';
const most = 10;
const keptMs = 30 * DAY_MS;

/** What was searched on this phone in the last 30 days, newest first. */
export function pastSearches(nowMs: number = Date.now()): string[] {
  return kept(load<Search[]>(slot) ?? [], nowMs).map(({ text }) => text);
}

export function rememberSearch(text: string, nowMs: number = Date.now()): void {
  const others = kept(load<Search[]>(slot) ?? [], nowMs).filter((search) => search.text !== text);
  save(slot, [{ text, atMs: nowMs }, ...others].slice(0, most));
}

export function forgetSearches(): void {
  forget(slot);
}

const kept = (searches: Search[], nowMs: number): Search[] => searches.filter(({ atMs }) => nowMs - atMs < keptMs);
