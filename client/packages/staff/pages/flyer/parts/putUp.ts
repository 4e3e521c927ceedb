import type { FlyerView, staffOutreachContract } from '@rooms/outreach/contract';
import { staff } from '@/services/doors';
import type { Reply } from '@/services/reply';
import { load, save } from '@/services/storage';
import { confirm } from '@/services/toast';
import { staffWords } from '@/text/areas/staff';
import type { InputOf } from '../../../../../../cloudfunctions/contract';

type Wanted = Omit<InputOf<(typeof staffOutreachContract)['outreach.activateFlyer']>, 'estateId'>;

/** Where this phone's promoter put up the last one. */
const STANDING = 'flyer.estate';

/**
 * Puts a flyer up where the promoter stands. One that was printed for another estate than the last is asked about first: papers
 * of two estates lie in one bag. Null: it stays in the bag.
 */
export async function putUp({ estateId, estateName }: FlyerView, wanted: Wanted): Promise<Reply<FlyerView> | null> {
  const reply = await staff.call('outreach.activateFlyer', { ...wanted, estateId: load<string>(STANDING) ?? estateId });
  if (reply.ok) save(STANDING, estateId);
  if (reply.ok || reply.code !== 'FLYER_MISPLACED') return reply;
  const agreed = await confirm({
    title: staffWords.elsewhereTitle(estateName),
    content: staffWords.elsewhereContent(estateName),
    yes: staffWords.elsewhereYes,
    no: staffWords.elsewhereNo,
  });
  if (!agreed) return null;
  save(STANDING, estateId);
  return staff.call('outreach.activateFlyer', { ...wanted, estateId });
}
