import { useTap } from '@/hooks/useTap';
import { resident } from '@/services/doors';
import { confirm, toast } from '@/services/toast';
import { eventWords } from '@/text/areas/event';
import { toastRefusal } from '@/text/trouble';

/** What a household may say of an event. A refusal is said, and the page looks again: others have been quicker. */
export function useSignUp(eventId: string, onChanged: () => void) {
  const signUp = useTap(async (seats: number) => {
    const reply = await resident.act(`event.${eventId}`, 'event.signUp', { eventId, seats });
    if (reply.ok) toast(reply.data.state === 'waiting' ? eventWords.joined : eventWords.signedUp);
    else toastRefusal(reply);
    onChanged();
  });
  const cancel = useTap(async () => {
    const { cancelTitle: title, cancelNote: content, cancelYes: yes, cancelNo: no } = eventWords;
    if (!(await confirm({ title, content, yes, no }))) return;
    const reply = await resident.act(`event.${eventId}`, 'event.cancel', { eventId });
    if (reply.ok) toast(eventWords.cancelled);
    else toastRefusal(reply);
    onChanged();
  });
  return { signUp: signUp.tap, cancel: () => cancel.tap(), busy: signUp.busy || cancel.busy };
}
