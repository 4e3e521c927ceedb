import type { Tier } from '@kernel/wallet';
import type { SessionView } from '@rooms/account/contract';
import type { TierCardProps } from '@/components/TierCard';
import { words } from '@/text';
import { meWords } from '@/text/areas/me';
import { rateText, roundText, yuanText } from '@/text/money';

/** rules.md section 7, as residents read it: what multiplies points, and what is left to pay of freight. */
const pointsTimes: Readonly<Record<Tier, string>> = { normal: '1', silver: '1.1', gold: '1.2', diamond: '1.5' };
const freightRateBps: Partial<Record<Tier, number>> = { gold: 8_000, diamond: 8_000 };

/** What the tier card says: both ways up, how far, and only rights that the tier really has. */
export function tierFace({ tier, nextTier }: Pick<SessionView, 'tier' | 'nextTier'>): Omit<TierCardProps, 'onMore'> {
  const rights = rightsOf(tier);
  if (!nextTier) return { tier, rights, sentence: meWords.top };
  const name = words.tier.name[nextTier.tier];
  return {
    tier,
    rights,
    sentence: meWords.nextTier(yuanText(nextTier.gapFen), nextTier.gapOrders, name),
    share: Math.max(nextTier.spentFen / nextTier.needFen, nextTier.orders / nextTier.needOrders),
    have: meWords.have(yuanText(nextTier.spentFen), nextTier.orders),
    need: meWords.need(name, roundText(nextTier.needFen), nextTier.needOrders),
  };
}

function rightsOf(tier: Tier): TierCardProps['rights'] {
  const rateBps = freightRateBps[tier];
  return [
    ...(rateBps ? [{ icon: 'truck', text: meWords.rights.freight(rateText(rateBps)) } as const] : []),
    { icon: 'coins', text: meWords.rights.points(pointsTimes[tier]) },
    { icon: 'gift', text: meWords.rights.spin },
    ...(tier === 'diamond' ? [{ icon: 'moped', text: meWords.rights.priority } as const] : []),
  ];
}
