import { View } from '@tarojs/components';
import { Empty } from '@/components/StateView';
import { serverNowMs } from '@/services/clock';
import { openTab } from '@/services/navigate';
import { referralWords as words } from '@/text/areas/referral';
import { sayingOf } from '@/text/codes';

export interface Refused {
  readonly code: string;
  readonly detail?: unknown;
}

/** Refusals that trying again would not change. */
const FINAL = ['CARD_UNKNOWN', 'REFERRAL_OVER', 'REFERRAL_NOT_RUNNING', 'TOO_MANY_TRIES', 'CAMPAIGN_PAUSED'];
export const opensNothing = (code: string): boolean => FINAL.includes(code);

/** A card that brings nothing still leads into the shop. */
export function NoCard({ refused }: { refused: Refused }) {
  const { title, note } = sayingOf(refused.code, refused.detail, serverNowMs());
  return (
    <View id="no-card" data-code={refused.code}>
      <Empty title={title} note={note} actionText={words.enter} onAction={() => openTab('home')} />
    </View>
  );
}
