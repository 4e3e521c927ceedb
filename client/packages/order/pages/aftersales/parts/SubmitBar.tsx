import type { OrderView } from '@rooms/order/contract';
import { View } from '@tarojs/components';
import { Bar } from '@/components/Bar';
import { Button } from '@/components/Button';
import { classes } from '@/components/classes';
import { Price } from '@/components/Price';
import { useTap } from '@/hooks/useTap';
import { words as shared } from '@/text';
import { afterSalesWords as words } from '@/text/areas/aftersales';
import { unitsOf } from '@/text/refunds';
import { isBeforeDispatch, wayOf } from '../claim';
import { missingWord } from '../missing';
import { submit } from '../submit';
import type { ClaimDesk } from '../useClaim';
import type { Pictures } from '../usePictures';

export interface SubmitBarProps {
  order: OrderView;
  desk: ClaimDesk;
  pictures: Pictures;
  note: string;
  /** Something was refused: the order may have moved on. */
  onStale: () => Promise<void>;
}

/** How much, and the one button; what is missing stands on it. */
export function SubmitBar({ order, desk, pictures, note, onStale }: SubmitBarProps) {
  const { claim, asked, load, stale } = desk;
  const answer = load.data;
  const send = useTap(async () => {
    if (!answer || !claim.reason) return;
    const sent = pictures.shots.flatMap(({ fileId }) => (fileId === null ? [] : [fileId]));
    const done = await submit(answer, { reason: claim.reason, note, pictures: sent });
    if (!done) await Promise.all([load.reload(), onStale()]);
  });
  const missing = missingWord(asked, claim, pictures);
  const way = barWay(desk);
  const shown = asked && answer ? answer.preview.sums.amountFen : null;
  const unreckoned = missing === null && load.error !== undefined && !load.refreshing;
  return (
    <Bar>
      <View className="ll-grow">
        <View className="ll-cap">{asked ? words.bar[way](unitsOf(asked.lines)) : words.barNone}</View>
        {shown !== null && (
          <View className={classes(stale && 'claim-bar__stale')}>
            <Price fen={shown} tone="save" />
          </View>
        )}
      </View>
      <View className="claim-bar__send">
        <Button
          size="big"
          block
          disabled={missing !== null}
          busy={missing === null && !unreckoned && (send.busy || stale || load.state !== 'ready')}
          onTap={() => (unreckoned ? void load.reload() : send.tap())}
          id="submit"
        >
          {missing ?? (unreckoned ? shared.retry : isBeforeDispatch(order) ? words.submitBefore : words.submit)}
        </Button>
      </View>
    </Bar>
  );
}

/** Who sends no picture waits for support. */
function barWay({ load }: ClaimDesk): keyof typeof words.bar {
  const way = load.data ? wayOf(load.data.preview) : 'instant';
  return way === 'picture' ? 'review' : way;
}
