import { person } from '@/services/person';
import { patienceMs, type Transport } from './types';

/** Browser: the embedded cloud's gateway on the same origin; the header says who plays the resident. */
export const carry: Transport = async (door, event) => {
  const openid = await person();
  const abort = new AbortController();
  const timer = setTimeout(() => abort.abort(), patienceMs);
  try {
    const response = await fetch(`/call/${door}`, {
      method: 'POST',
      headers: { 'content-type': 'application/json', 'x-local-openid': openid },
      body: JSON.stringify(event),
      signal: abort.signal,
    });
    if (!response.ok) throw new Error(`the gateway answered ${response.status}`);
    const { result } = (await response.json()) as { result?: unknown };
    return result;
  } finally {
    clearTimeout(timer);
  }
};
