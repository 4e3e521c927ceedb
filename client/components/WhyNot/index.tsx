import { View } from '@tarojs/components';
import { useState } from 'react';
import { Button } from '@/components/Button';
import { Fold } from '@/components/Fold';
import { quoteWords } from '@/text/areas/quote';
import type { WhyNotRow } from '@/text/why-not';
import './index.scss';

/** A wallet may hold 200 coupons: so many are read at a time. */
const AT_ONCE = 10;

/** What did not apply, closed until somebody asks; nothing is hidden without a reason beside it. */
export function WhyNot({ rows, className }: { rows: readonly WhyNotRow[]; className?: string }) {
  const [most, setMost] = useState(AT_ONCE);
  if (rows.length === 0) return null;
  return (
    <Fold title={quoteWords.whyNot} aside={quoteWords.whyNotCount(rows.length)} id="why-not" className={className}>
      {rows.slice(0, most).map((row) => (
        <View className="ll-why-not" key={row.key}>
          <View className="ll-grow ll-ink-2">{row.name}</View>
          <View className="ll-note ll-why-not__reason">{row.reason}</View>
        </View>
      ))}
      {rows.length > most && (
        <Button kind="text" block onTap={() => setMost(most + AT_ONCE)} id="why-not-more">
          {quoteWords.whyNotMore(rows.length - most)}
        </Button>
      )}
    </Fold>
  );
}
