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
 * One's own card, which WeChat's "forward" sends from here, and keeps up to date in the chat where it can. Until it is
 * known, and where none is made, the page forwards the shop. The code of the refusal where none is made, else null.
 */
export function useMyCard(): string | null {
  const load = useLoad(() => resident.call('referral.card', { deviceId: deviceId() }), []);
  const reply = load.data;
  useForwardCard(reply?.ok ? reply.data : null);
  return reply && !reply.ok ? reply.code : null;
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
