import type { MyCardView } from '@rooms/referral/contract';
import { useEffect } from 'react';
import { useLoad } from '@/hooks/useLoad';
import { deviceId } from '@/services/device';
import { resident } from '@/services/doors';
import { shareLive } from '@/services/live-card';
import { useForward } from '@/services/share';
import { referralWords as words } from '@/text/areas/referral';
import { rewardText } from '@/text/referrals';

/**
 * One's own card, which WeChat's "forward" sends from here, and keeps up to date in the chat where it can. Null until it is
 * known, and for whom none is made: the page forwards the shop then.
 */
export function useMyCard(): MyCardView | null {
  const load = useLoad(async () => {
    const reply = await resident.call('referral.card', { deviceId: deviceId() });
    return reply.ok ? reply.data : null;
  }, []);
  const card = load.data ?? null;
  useForwardCard(card);
  return card;
}

/** Forwarding sends this card. It earns nothing, and nothing asks for it. */
export function useForwardCard(card: MyCardView | null): void {
  const title = card
    ? words.forwardTitle(card.face.name, rewardText(card.programme.inviteeReward))
    : words.posterHead.join('');
  useForward(title, card?.path, 'houses');
  const scene = card?.scene;
  useEffect(() => {
    if (scene) void shareLive(() => resident.ask('referral.liveCard', {}));
  }, [scene]);
}
