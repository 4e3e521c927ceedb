import type { FaultAct, RequestInfo } from './faults';

export interface RandomFaults {
  seed: number;
  /** Chances of each fault for a request, in 0…1; their sum must not pass 1. */
  pDrop?: number;
  pLose?: number;
  pLate?: number;
  pDuplicate?: number;
  pCrash?: number;
  pDelay?: number;
  /** Longest delay and lateness in ms; 50 by default. */
  maxMs?: number;
  /** Which requests may be struck; the database's by default. */
  only?: (request: RequestInfo) => boolean;
}

/** What befalls the next request; the same seed gives the same row. */
export function drawing(options: RandomFaults): (request: RequestInfo) => FaultAct | undefined {
  const { seed, maxMs = 50, only = ({ kind }) => kind !== 'other' } = options;
  const next = mulberry32(seed);
  const ms = (): number => Math.floor(next() * maxMs);
  return (request) => {
    if (!only(request)) return undefined;
    let dice = next();
    const isBelow = (chance = 0): boolean => {
      dice -= chance;
      return dice < 0;
    };
    if (isBelow(options.pDrop)) return { kind: 'drop' };
    if (isBelow(options.pLose)) return { kind: 'lose' };
    if (isBelow(options.pLate)) return { kind: 'late', ms: ms() };
    if (isBelow(options.pDuplicate)) return { kind: 'duplicate', answer: next() < 0.5 ? 'first' : 'second' };
    if (isBelow(options.pCrash)) return { kind: next() < 0.5 ? 'crashBefore' : 'crashAfter' };
    return isBelow(options.pDelay) ? { kind: 'delay', ms: ms() } : undefined;
  };
}

/** A small repeatable generator of numbers in [0, 1): mulberry32 by Tommy Ettinger (public domain). */
export function mulberry32(seed: number): () => number {
  let state = seed >>> 0;
  return () => {
    state = (state + 0x6d2b79f5) >>> 0;
    let mixed = Math.imul(state ^ (state >>> 15), state | 1);
    mixed ^= mixed + Math.imul(mixed ^ (mixed >>> 7), mixed | 61);
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 2 ** 32;
  };
}
