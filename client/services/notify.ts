import { MESSAGE_TEMPLATES, type MessageKind } from '@kernel/messages';
import { resident } from '@/services/doors';
import { load, save } from '@/services/storage';
import { askToSubscribe } from '@/services/subscribe';

export interface Wanted {
  readonly kind: MessageKind;
  /** The order, refund, coupon or prize. */
  readonly about: string;
}

/** told: a message will come. no: the resident did not agree. too-late: it ends before one could come. */
export type Agreed = 'told' | 'no' | 'too-late';

/** One dialog, one message: saying no changes nothing. @throws NetworkError, RefusedError */
export async function agreeToHear(wanted: Wanted): Promise<Agreed> {
  const { templateId } = MESSAGE_TEMPLATES[wanted.kind];
  if (!(await askToSubscribe([templateId])).includes(templateId)) return 'no';
  const { kept } = await resident.ask('notice.agree', { messages: [wanted] });
  if (!kept.includes(wanted.kind)) return 'too-late';
  remember(wanted);
  return 'told';
}

const KEPT = 'told';
const MOST_KEPT = 50;
const nameOf = ({ kind, about }: Wanted): string => `${kind} ${about}`;

/** So that nobody is asked twice on this phone; the server finds a second yes by itself. */
export const isAgreed = (wanted: Wanted): boolean => (load<string[]>(KEPT) ?? []).includes(nameOf(wanted));

function remember(wanted: Wanted): void {
  save(KEPT, [nameOf(wanted), ...(load<string[]>(KEPT) ?? [])].slice(0, MOST_KEPT));
}
