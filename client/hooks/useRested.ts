import { useEffect, useState } from 'react';

/** Typing asks again after a rest of this long, not at every key. */
const REST_MS = 300;

/** The text as it was when the person last paused. */
export function useRested(text: string): string {
  const [rested, setRested] = useState(text);
  useEffect(() => {
    const timer = setTimeout(() => setRested(text), REST_MS);
    return () => clearTimeout(timer);
  }, [text]);
  return rested;
}
