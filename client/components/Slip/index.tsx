import { Text, View } from '@tarojs/components';
import type { ReactNode } from 'react';
import { classes } from '@/components/classes';
import { OfferTag } from '@/components/OfferTag';
import { Price, WasPrice } from '@/components/Price';
import { words } from '@/text';
import { yuanText } from '@/text/money';
import type { SlipRow } from './rows';
import './index.scss';

export type { SlipRow } from './rows';

export interface SlipProps {
  rows: readonly SlipRow[];
  /** 「要付」「现在要付」「实付」, and how much. The rows add up to it; a test of the text holds that. */
  totalLabel: string;
  totalFen: number;
  /** Price of 28 px where the total is the page's hero (checkout). */
  large?: boolean;
  /** Everything taken off, said left of the total. */
  savedFen?: number;
  children?: ReactNode;
}

/** The till receipt: every fen has a name. */
export function Slip({ rows, totalLabel, totalFen, large, savedFen, children }: SlipProps) {
  return (
    <View className="ll-slip" id="slip">
      {rows.map((row) => (
        <Row row={row} key={row.key} />
      ))}
      <View className="ll-slip__sum">
        {savedFen ? (
          <>
            <Text className="ll-note ll-save">{words.slip.saved(savedFen)}</Text>
            <View className="ll-row ll-row--base">
              <Text className="ll-strong">{totalLabel}</Text>
              <Price fen={totalFen} size={large ? 'l' : undefined} />
            </View>
          </>
        ) : (
          <>
            <Text className="ll-strong">{totalLabel}</Text>
            <Price fen={totalFen} size={large ? 'l' : undefined} />
          </>
        )}
      </View>
      {children}
    </View>
  );
}

function Row({ row }: { row: SlipRow }) {
  return (
    <View className="ll-slip__row">
      <View className="ll-slip__what">
        {row.mark && <OfferTag tone="gift">{row.mark}</OfferTag>}
        {row.what}
        {row.why && <View className="ll-slip__why">{row.why}</View>}
      </View>
      <Amount row={row} />
    </View>
  );
}

function Amount({ row: { amountFen, waivedFen, word } }: { row: SlipRow }) {
  if (word) return <Text className="ll-slip__word">{word}</Text>;
  if (waivedFen === undefined) {
    return <Text className={classes('ll-slip__amt', amountFen < 0 && 'll-slip__amt--off')}>{yuanText(amountFen)}</Text>;
  }
  return (
    <View className="ll-row ll-row--4">
      <WasPrice fen={waivedFen} />
      <Text className="ll-slip__free">{words.slip.free}</Text>
    </View>
  );
}
