import type { CampaignCard } from '@rooms/campaign/contract';
import { Image, View } from '@tarojs/components';
import { a11y } from '@/components/a11y';
import { classes } from '@/components/classes';
import { pictureUrl } from '@/services/picture';
import { openTarget } from '@/services/target';
import { shopWords } from '@/text/areas/shop';

export interface CampaignsProps {
  cards: readonly CampaignCard[];
  openChances: number;
}

/** Two campaigns beside each other. A draw says how many chances wait instead of its note. */
export function Campaigns({ cards, openChances }: CampaignsProps) {
  if (cards.length === 0) return null;
  return (
    <View className="ll-grid ll-mt-12">
      {cards.slice(0, 4).map((card) => {
        const chances = card.target === 'draw' && openChances > 0;
        return (
          <View
            className="home-campaign"
            key={`${card.campaignId}-${card.title}`}
            onClick={() => openTarget(card.target, card.targetId)}
            {...a11y('link')}
          >
            <View className="ll-grow">
              <View className="ll-t3 ll-ell">{card.title}</View>
              <View className="ll-cap ll-ink-2 home-campaign__line">{card.line}</View>
              <View className={classes('ll-cap ll-strong ll-ell', chances ? 'll-honey' : 'll-accent')}>
                {chances ? shopWords.chances(openChances) : card.note}
              </View>
            </View>
            <Image className="home-campaign__pic" src={pictureUrl(card.picture)} mode="aspectFit" />
          </View>
        );
      })}
    </View>
  );
}
