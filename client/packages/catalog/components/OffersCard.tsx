import type { ProductView } from '@rooms/catalog/contract';
import { View } from '@tarojs/components';
import { Cell } from '@/components/Cell';
import { OfferTag } from '@/components/OfferTag';
import { Card } from '@/components/Section';
import { serverNowMs } from '@/services/clock';
import { productWords } from '@/text/areas/product';
import { offerKindText, offerSentence } from '@/text/offers';
import { offerTag } from '@/text/product';
import { whenText } from '@/text/times';

/** The offers that touch it, with conditions and end (a rule for prices: SAMR order 32). */
export function OffersCard({ offers }: { offers: ProductView['offers'] }) {
  if (offers.length === 0) return null;
  const nowMs = serverNowMs();
  return (
    <Card title={productWords.offers} id="offers-card">
      {offers.map((offer, index) => (
        <Cell
          key={offer.offerId}
          first={index === 0}
          lead={
            <View className="product-offer__kind">
              <OfferTag tone={offerTag(offer).tone}>{offerKindText(offer.kind)}</OfferTag>
            </View>
          }
          title={offerSentence(offer.kind, offer.parameters)}
          note={[
            offer.kind === 'spend-tiers' ? productWords.withOthers : '',
            productWords.until(whenText(offer.endsAtMs, nowMs)),
          ]
            .filter(Boolean)
            .join('，')}
        />
      ))}
    </Card>
  );
}
