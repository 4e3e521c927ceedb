import { load, save } from './storage';

const slot = 'device';
const alphabet = 'ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789-_';
const letters = 22;

/**
 * An id that this app makes by chance at its first start and keeps in its own storage: nothing is read off the phone, and
 * who clears the app's storage is a new device. It lets staff see that many accounts came from one phone; it opens nothing.
 */
export function deviceId(random: () => number = Math.random): string {
  const kept = load<string>(slot);
  if (typeof kept === 'string' && kept.length === letters) return kept;
  const made = Array.from({ length: letters }, () => alphabet[Math.floor(random() * alphabet.length)]).join('');
  save(slot, made);
  return made;
}
