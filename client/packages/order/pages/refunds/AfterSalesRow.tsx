import { View } from '@tarojs/components';
import type { ReactNode } from 'react';
import { classes } from '@/components/classes';
import { Card } from '@/components/Section';
import { Tile } from '@/components/Tile';
import { serverNowMs } from '@/services/clock';
import { open } from '@/services/navigate';
import { whenText } from '@/text/times';

/** The pictures that fit into a card's row beside each other. */
const PICTURES = 4;

export interface AfterSalesRowProps {
  id: string;
  /** Of the page that shows all of it. */
  query: Readonly<Record<string, string>>;
  atMs: number;
  state: { readonly text: string; readonly tone: string };
  lines: readonly { readonly lineId: string; readonly picture: string; readonly tint: string }[];
  goods: string;
  /** At the right of the goods: what it is, and for a refund how much. */
  children: ReactNode;
}

/** A refund or an exchange among all of them: when, how far, which goods. */
export function AfterSalesRow({ id, query, atMs, state, lines, goods, children }: AfterSalesRowProps) {
  return (
    <Card className="ll-mb-12" onTap={() => open('refund', query)} id={id}>
      <View className="ll-spread ll-mb-8">
        <View className="ll-note">{whenText(atMs, serverNowMs())}</View>
        <View className={classes('ll-note', state.tone)}>{state.text}</View>
      </View>
      <View className="order-card__goods">
        {lines.slice(0, PICTURES).map((line) => (
          <View className="order-card__good" key={line.lineId}>
            <Tile picture={line.picture} tint={line.tint} size={56} />
          </View>
        ))}
      </View>
      <View className="ll-spread ll-mt-8">
        <View className="ll-grow order-line__name">{goods}</View>
        {children}
      </View>
    </Card>
  );
}
