import type { GiftOfferView, ProductView } from '@rooms/catalog/contract';
import { View } from '@tarojs/components';
import { Cell } from '@/components/Cell';
import { OfferTag, type TagTone } from '@/components/OfferTag';
import { Card } from '@/components/Section';
import { Tile } from '@/components/Tile';
import { serverNowMs } from '@/services/clock';
import { givenWords } from '@/text/areas/given';
import { productWords } from '@/text/areas/product';
import { couponsOn, giftOfferNote, giftOfferText } from '@/text/my-offers';
import { offerKindText, offerSentence } from '@/text/offers';
import { offerTag } from '@/text/product';
import { whenText } from '@/text/times';
import type { AheadView } from '../pages/product/useAhead';

/** Shown with more of it elsewhere on the page: gifts with their picture, sets as cards. */
const ELSEWHERE: readonly string[] = ['gift', 'bundle'];

interface OffersCardProps {
  product: ProductView;
  ahead: AheadView;
}

/** What touches it for this resident, with conditions and end (a rule for prices: SAMR order 32). */
export function OffersCard({ product, ahead }: OffersCardProps) {
  const nowMs = serverNowMs();
  const rows = [
    ...product.offers.filter(({ kind }) => !ELSEWHERE.includes(kind)).map((offer) => priceRow(offer, nowMs)),
    ...product.gifts.map((offer) => giftRow(offer, nowMs)),
    ...(ahead ? couponsOn(product.skus, ahead.quote) : []).map(couponRow),
  ];
  if (rows.length === 0) return null;
  return (
    <Card title={productWords.offers} id="offers-card">
      {rows.map(({ key, tone, kind, title, note, good }, index) => (
        <Cell
          key={key}
          first={index === 0}
          lead={
            <View className="product-offer__kind">
              <OfferTag tone={tone}>{kind}</OfferTag>
            </View>
          }
          title={<View className="product-offer__text">{title}</View>}
          note={note}
          value={good && <Tile picture={good.picture} tint={good.tint} size={44} off={!good.inStock} />}
        />
      ))}
    </Card>
  );
}

interface OfferRow {
  key: string;
  tone: TagTone;
  kind: string;
  title: string;
  note?: string;
  good?: GiftOfferView['gift'];
}

function priceRow(offer: ProductView['offers'][number], nowMs: number): OfferRow {
  const { offerId: key, kind, parameters, endsAtMs } = offer;
  const withOthers = kind === 'spend-tiers' ? [productWords.withOthers] : [];
  return {
    key,
    tone: offerTag(offer).tone,
    kind: offerKindText(kind),
    title: offerSentence(kind, parameters),
    note: [...withOthers, productWords.until(whenText(endsAtMs, nowMs))].join('，'),
  };
}

function giftRow(offer: GiftOfferView, nowMs: number): OfferRow {
  const [title, note] = [giftOfferText(offer), giftOfferNote(offer, nowMs)];
  return { key: `gift-${offer.offerId}`, tone: 'gift', kind: givenWords.kind, title, note, good: offer.gift };
}

const couponRow = (name: string): OfferRow => ({
  key: `coupon-${name}`,
  tone: 'now',
  kind: productWords.coupon,
  title: productWords.couponUse(name),
});
