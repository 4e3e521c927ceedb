import type { QuoteView } from '@rooms/order/contract';
import { View } from '@tarojs/components';
import { classes } from '@/components/classes';
import { Card } from '@/components/Section';
import { checkoutWords } from '@/text/areas/checkout';
import { yuanText } from '@/text/money';
import type { Till } from '../useTill';
import '../index.scss';

/** How it comes; where the estate has express, the choice between the two with what it costs. */
export function Delivery({ view: { express, quote }, till: { choice, choose } }: { view: QuoteView; till: Till }) {
  if (express === null) {
    return (
      <Card title={checkoutWords.delivery}>
        <View className="till-way till-way--on">
          <View className="ll-strong ll-accent">{checkoutWords.standard}</View>
          <View className="ll-note">{checkoutWords.standardNote}</View>
        </View>
      </Card>
    );
  }
  const isExpress = choice.deliveryKind === 'express';
  const isFree = quote.addOns.some(({ benefit }) => benefit.form === 'freight-upgrade');
  return (
    <Card title={checkoutWords.delivery}>
      <View className="ll-halves">
        <Way
          id="delivery-standard"
          on={!isExpress}
          title={checkoutWords.standard}
          note={checkoutWords.standardShort}
          onTap={() => choose({ deliveryKind: 'standard' })}
        />
        <Way
          id="delivery-express"
          on={isExpress}
          title={checkoutWords.express}
          note={isFree ? checkoutWords.expressFree : checkoutWords.expressFee(yuanText(express.rushFeeFen))}
          onTap={() => choose({ deliveryKind: 'express' })}
        />
      </View>
    </Card>
  );
}

interface WayProps {
  id: string;
  on: boolean;
  title: string;
  note: string;
  onTap: () => void;
}

function Way({ id, on, title, note, onTap }: WayProps) {
  const said = { role: 'radio', 'aria-checked': on ? 'true' : 'false' };
  return (
    <View id={id} className={classes('till-way', on && 'till-way--on')} onClick={onTap} {...said}>
      <View className={classes('ll-strong', on && 'll-accent')}>{title}</View>
      <View className="ll-cap">{note}</View>
    </View>
  );
}
