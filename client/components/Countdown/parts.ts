export interface CountdownParts {
  days: number;
  /** Always two digits. */
  hours: string;
  minutes: string;
  seconds: string;
}

const two = (n: number): string => String(n).padStart(2, '0');

/** What a countdown shows for this many ms; null when the time is up. A started second still counts, so 1 ms shows 00:00:01. */
export function countdownParts(leftMs: number): CountdownParts | null {
  if (leftMs <= 0) return null;
  const total = Math.ceil(leftMs / 1_000);
  return {
    days: Math.floor(total / 86_400),
    hours: two(Math.floor(total / 3_600) % 24),
    minutes: two(Math.floor(total / 60) % 60),
    seconds: two(total % 60),
  };
}
