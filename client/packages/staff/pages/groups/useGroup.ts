import { useTap } from '@/hooks/useTap';
import { chatTicket } from '@/services/chat';
import { staff } from '@/services/doors';
import { toast } from '@/services/toast';
import { choosePictures } from '@/services/upload';
import { staffGroupWords as words } from '@/text/areas/staff-groups';
import { toastRefusal } from '@/text/trouble';

/** Where group codes lie in the cloud's storage. */
const FOLDER = 'groups';

/** What staff does with one group; `onChanged` looks again. */
export function useGroup(groupId: string, onChanged: () => void) {
  const sendPicture = useTap(async () => {
    const [picture] = await choosePictures(1, FOLDER);
    if (!picture) return;
    const fileId = await picture.send().catch(() => null);
    if (fileId === null) return toast(words.notSent);
    const reply = await staff.call('group.picture', { groupId, picture: fileId });
    if (!reply.ok) return toastRefusal(reply);
    toast(words.sent);
    onChanged();
  });
  const setCount = useTap(async (members: number) => {
    const reply = await staff.call('group.count', { groupId, members });
    if (!reply.ok) return toastRefusal(reply);
    toast(words.done);
    onChanged();
  });
  const setOpen = useTap(async (isOpen: boolean) => {
    const reply = await staff.call('group.open', { groupId, open: isOpen });
    if (!reply.ok) return toastRefusal(reply);
    toast(words.done);
    onChanged();
  });
  const link = useTap(async () => {
    const cloudId = await chatTicket();
    if (cloudId === null) return toast(words.notFromChat);
    const reply = await staff.call('group.link', { groupId, cloudId });
    if (!reply.ok) return toastRefusal(reply);
    toast(words.linkedDone);
    onChanged();
  });
  return { sendPicture: () => sendPicture.tap(), setCount: setCount.tap, setOpen: setOpen.tap, link: () => link.tap() };
}
