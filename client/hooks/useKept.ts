import { useRef } from 'react';

/** The last value that there was: what stands on the tabs while the rows of another one are on their way. */
export function useKept<T>(value: T | undefined): T | undefined {
  const kept = useRef(value);
  if (value !== undefined) kept.current = value;
  return kept.current;
}
