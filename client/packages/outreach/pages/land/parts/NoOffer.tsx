import { View } from '@tarojs/components';
import { Button } from '@/components/Button';
import { Stall } from '@/components/Stall';
import { serverNowMs } from '@/services/clock';
import { openTab } from '@/services/navigate';
import { outreachWords } from '@/text/areas/outreach';
import { sayingOf } from '@/text/codes';

export interface Refused {
  readonly code: string;
  readonly detail?: unknown;
}

const codes = ['TOO_MANY_TRIES', 'CAMPAIGN_PAUSED', 'INVALID_INPUT'];

/** Refusals that trying again would not change. */
export const opensNothing = (code: string): boolean => /^(FLYER|LINK)_/.test(code) || codes.includes(code);

/** A flyer that brings nothing (used up, taken back, not ours) still leads into the shop. */
export function NoOffer({ refused }: { refused: Refused }) {
  // A code that is not even shaped like one of ours is not ours.
  const code = refused.code === 'INVALID_INPUT' ? 'FLYER_UNKNOWN' : refused.code;
  const { title, note } = sayingOf(code, refused.detail, serverNowMs());
  return (
    <View className="land-none" id="no-offer" data-code={code}>
      <Stall narrow height={96} goods={[{ picture: 'basket', sizePx: 76 }]} />
      <View className="ll-t2 ll-mt-20">{title}</View>
      <View className="ll-note ll-mt-4">{note}</View>
      <View className="ll-mt-20">
        <Button size="big" block onTap={() => openTab('home')} id="enter-shop">
          {outreachWords.enter}
        </Button>
      </View>
      <View className="ll-mt-12">
        <Button size="big" kind="line" block onTap={() => openTab('coupon')} id="see-coupons">
          {outreachWords.seeCoupons}
        </Button>
      </View>
    </View>
  );
}
