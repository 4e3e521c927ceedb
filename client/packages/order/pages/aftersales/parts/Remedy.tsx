import { View } from '@tarojs/components';
import { Chip } from '@/components/Chip';
import { OfferTag } from '@/components/OfferTag';
import { Card } from '@/components/Section';
import { exchangeWords as words } from '@/text/areas/exchange';
import type { Reason, Remedy as Wanted } from '../claim';

const remedies = Object.keys(words.hows) as Wanted[];

export interface RemedyProps {
  remedy: Wanted;
  reason: Reason | null;
  onRemedy: (remedy: Wanted) => void;
}

/** Money, or the same goods once more. */
export function Remedy({ remedy, reason, onRemedy }: RemedyProps) {
  return (
    <Card title={words.how}>
      <View className="claim-reasons">
        {remedies.map((one) => (
          <Chip key={one} on={one === remedy} onTap={() => onRemedy(one)} id={`remedy-${one}`}>
            {words.hows[one]}
          </Chip>
        ))}
      </View>
      {remedy === 'exchange' && (
        <View className="ll-mt-16" id="exchange-brings">
          <OfferTag tone="gift">{words.bringTag}</OfferTag>
          <View className="ll-note ll-mt-4">{reason === 'missing' ? words.bringMissing : words.bring}</View>
        </View>
      )}
    </Card>
  );
}
