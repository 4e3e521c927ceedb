import { Text, View } from '@tarojs/components';
import { a11y } from '@/components/a11y';
import { classes } from '@/components/classes';
import { priceParts, yuanText } from '@/text/money';
import './index.scss';

export interface PriceProps {
  fen: number;
  /** 16, 20 (default), 28 or 36 px. */
  size?: 's' | 'l' | 'xl';
  /** Persimmon by default; ink for lines, green for money kept. */
  tone?: 'ink' | 'save';
  /** Sign and fen as large as the yuan. */
  flat?: boolean;
  className?: string;
}

/** The hero of a shopping screen: fen small but always there. Screen readers hear one string. */
export function Price({ fen, size, tone, flat, className }: PriceProps) {
  const { sign, yuan, fen: cents } = priceParts(fen);
  return (
    <View
      className={classes(
        'll-price',
        size && `ll-price--${size}`,
        tone && `ll-price--${tone}`,
        flat && 'll-price--flat',
        className,
      )}
      {...a11y('text', `${sign}${yuan}.${cents} 元`)}
    >
      <Text className="ll-price__sign">{sign}¥</Text>
      {yuan}
      <Text className="ll-price__fen">.{cents}</Text>
    </View>
  );
}

/** A struck price: only beside a price, only with evidence of the last 7 days (SAMR order 32). */
export function WasPrice({ fen }: { fen: number }) {
  return (
    <Text className="ll-was" {...a11y('text', `原价 ${yuanText(fen)}`)}>
      {yuanText(fen)}
    </Text>
  );
}
