import type { LocalPerson } from './types';

const slot = 'linli.as';

/** The machine that runs without WeChat lets one choose who to be. */
export const canSwitchPerson = true;

let asked: Promise<string> | null = null;

/**
 * Who plays the resident in this tab: `?as=` of the address, else who was chosen before, else the chooser asks (when the
 * embedded cloud knows people), else somebody new.
 */
export function person(): Promise<string> {
  asked ??= find();
  return asked;
}

/** Forgets who was chosen and starts over at home. */
export function switchPerson(): void {
  sessionStorage.removeItem(slot);
  window.location.href = window.location.pathname;
}

async function find(): Promise<string> {
  const chosen = fromAddress() ?? sessionStorage.getItem(slot) ?? (await choose());
  sessionStorage.setItem(slot, chosen);
  return chosen;
}

/** `?as=` may stand before the hash or, in a link to a page, behind it. */
function fromAddress(): string | null {
  const { search, hash } = window.location;
  const behindHash = hash.includes('?') ? hash.slice(hash.indexOf('?')) : '';
  return new URLSearchParams(search).get('as') ?? new URLSearchParams(behindHash).get('as');
}

async function choose(): Promise<string> {
  const people = await knownPeople();
  if (people.length === 0) return newcomer();
  const { askWho } = await import('./chooser');
  return (await askWho(people)) ?? newcomer();
}

async function knownPeople(): Promise<LocalPerson[]> {
  try {
    const response = await fetch('/local/people');
    const body: unknown = response.ok ? await response.json() : [];
    const list = Array.isArray(body) ? body : ((body as { people?: unknown }).people ?? []);
    return Array.isArray(list) ? (list as LocalPerson[]) : [];
  } catch {
    return [];
  }
}

function newcomer(): string {
  const bytes = crypto.getRandomValues(new Uint8Array(12));
  return `o_${Array.from(bytes, (byte) => byte.toString(16).padStart(2, '0')).join('')}`;
}
