import { call, type Door, type Reply } from './call';
import { newRequestKey } from './requestKey';
import { forget, load, save } from './storage';

/** A tap whose outcome is not known yet; on the device, so that it outlives the app being closed in a lift. */
interface Pending {
  key: string;
  operation: string;
  input: object;
}

/**
 * Carries out one wish of the resident, once.
 *
 * `wish` names it ("claim:tpl_8", "place"): a wish whose last attempt went unanswered is first asked about with its own
 * key and input, so that a second tap can never become a second order. Its late success is the answer then, marked
 * `earlier`; a late refusal leaves the way free for the new attempt.
 * @throws NetworkError while the outcome stays unknown; the key is kept.
 */
export async function act<T>(
  wish: string,
  door: Door,
  operation: string,
  input: object = {},
): Promise<Reply<T> & { earlier?: boolean }> {
  const slot = `wish.${wish}`;
  const pending = load<Pending>(slot);
  if (pending && pending.operation === operation) {
    const settled = await send<T>(slot, door, pending);
    const same = JSON.stringify(pending.input) === JSON.stringify(input);
    // An expired key was answered or never arrived, more than a day ago: either way it is settled.
    if (settled.ok) return same ? settled : { ...settled, earlier: true };
    if (same && settled.code !== 'REQUEST_KEY_EXPIRED') return settled;
  }
  return send<T>(slot, door, { key: newRequestKey(), operation, input });
}

async function send<T>(slot: string, door: Door, pending: Pending): Promise<Reply<T>> {
  save(slot, pending);
  const reply = await call<T>(door, pending.operation, pending.input, { requestKey: pending.key });
  // INTERNAL is a bug on the way: the server itself does not know what became of it, so the key stays.
  if (reply.ok || reply.code !== 'INTERNAL') forget(slot);
  return reply;
}
