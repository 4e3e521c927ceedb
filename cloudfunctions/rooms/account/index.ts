import { operation, type Room } from '../../platform/room';
import { accountContract } from './contract';
import { addresses, removeAddress, saveAddress } from './operations/addresses';
import { chooseEstate } from './operations/choose-estate';
import { estates } from './operations/estates';
import { saveName } from './operations/save-name';
import { type SessionParts, session } from './operations/session';

export { maskName, maskPhone } from './domain/address';
export { openChances } from './domain/belongings';
export type { Estate } from './domain/estate';
export { newResident, publicName, type Resident } from './domain/resident';
export { type Attribution, attributionAt, CHANNEL_KINDS, type ChannelKind, type Touch } from './domain/touch';
export { hasJoined, NO_ORIGIN, type Origin, STAGES, type Stage, type Visit } from './domain/visit';
export { type EstateFacts, estateFacts, rememberEstates } from './operations/estate-facts';
export { type Arrival, type Known, noteTouch, readKnown } from './operations/note-touch';
export { publishEstate, publishStaff } from './operations/publish';
export { type Came, noteClaim, notePaid } from './operations/visits';
export {
  allEstates,
  countVisits,
  findResident as readResident,
  promoters,
  residentsOf,
  settleVisit,
  visitsDue,
} from './store';

/** `parts`: what rooms that account may not know tell the session. */
export function makeAccountRoom(parts: SessionParts): Room {
  return {
    resident: {
      'account.session': operation(accountContract['account.session'], (context) => session(context, parts)),
      'account.estates': operation(accountContract['account.estates'], estates),
      'account.chooseEstate': operation(accountContract['account.chooseEstate'], (context, input) =>
        chooseEstate(context, input, parts),
      ),
      'account.saveName': operation(accountContract['account.saveName'], saveName),
      'account.addresses': operation(accountContract['account.addresses'], addresses),
      'account.saveAddress': operation(accountContract['account.saveAddress'], saveAddress),
      'account.removeAddress': operation(accountContract['account.removeAddress'], removeAddress),
    },
  };
}
