import type { LandingView } from '@rooms/outreach/contract';
import { View } from '@tarojs/components';
import { Button } from '@/components/Button';
import { CouponCard } from '@/components/CouponCard';
import { useTap } from '@/hooks/useTap';
import { serverNowMs } from '@/services/clock';
import { resident } from '@/services/doors';
import { openTab } from '@/services/navigate';
import { toast } from '@/services/toast';
import { useSession } from '@/stores/session';
import { outreachWords } from '@/text/areas/outreach';
import { templateTicket } from '@/text/coupons';
import { roundText } from '@/text/money';
import { toastRefusal } from '@/text/trouble';
import type { Gift } from './gift';

interface OfferProps {
  landing: LandingView;
  scene: string;
  gift: Gift;
  onChanged: () => Promise<void>;
}

/** The tickets and the one button: take it, then go in. */
export function Offer({ landing: { template }, scene, gift, onChanged }: OfferProps) {
  const claim = useTap(async () => {
    const reply = await resident.act(`flyer.${scene}`, 'outreach.claim', {
      scene,
      templateId: template?.templateId,
    });
    if (reply.ok) toast(outreachWords.claimed);
    else toastRefusal(reply);
    await Promise.all([onChanged(), useSession.getState().refresh()]);
  });
  const open = template?.state === 'to-claim';
  return (
    <>
      <View className="ll-mt-20">
        {template && (
          <View className="land-ticket" id="flyer-coupon" data-state={template.state}>
            <CouponCard {...templateTicket(template, serverNowMs())} look={lookOf(template.state)} />
          </View>
        )}
        {gift.firstOrderFen > 0 && <FirstOrder fen={gift.firstOrderFen} />}
      </View>
      <View className="ll-mt-16">
        {open ? (
          <Button size="big" block busy={claim.busy} onTap={() => claim.tap()} id="flyer-claim">
            {outreachWords.claim}
          </Button>
        ) : (
          <Button size="big" block onTap={() => openTab('home')} id="enter-shop">
            {outreachWords.enter}
          </Button>
        )}
      </View>
      <View className="ll-center ll-cap ll-mt-8">{noteOf(template?.state)}</View>
    </>
  );
}

/** The big button below is the ticket's own, so the ticket has none; what is not for this resident is grey. */
const lookOf = (state: string) => (state === 'to-claim' || state === 'claimed' ? 'plain' : 'tier');

function noteOf(state: string | undefined): string {
  if (state === 'to-claim') return outreachWords.claimNote;
  return state === 'claimed' ? outreachWords.claimedNote : outreachWords.notForYou;
}

function FirstOrder({ fen }: { fen: number }) {
  return (
    <View className="land-ticket">
      <CouponCard
        face={{ before: '¥', main: roundText(fen) }}
        condition={outreachWords.firstCondition}
        name={outreachWords.firstName}
        info={[outreachWords.firstInfo]}
        look="plain"
      />
    </View>
  );
}
