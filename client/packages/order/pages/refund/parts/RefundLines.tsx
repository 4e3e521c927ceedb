import type { RefundView } from '@rooms/order/contract';
import { Card } from '@/components/Section';
import { afterSalesWords as words } from '@/text/areas/aftersales';
import { yuanText } from '@/text/money';
import { GoodsRow } from './GoodsRow';
import { Said } from './Said';

/** What goes back, and what the resident wrote and showed. */
export function RefundLines({ refund }: { refund: RefundView }) {
  const { lines, reason, note, pictures, cause, timeline } = refund;
  // What support opened was not said here.
  const isOwn = cause === 'after-sales' && timeline.some(({ by }) => by === 'resident');
  const said = isOwn ? [reason && words.reasons[reason], note].filter(Boolean).join('，') : '';
  if (lines.length === 0 && !said) return null;
  return (
    <Card>
      {lines.map((line) => (
        <GoodsRow key={line.lineId} good={line} note={words.line(line.units, yuanText(line.paidFen))} />
      ))}
      {said && <Said text={said} pictures={pictures} />}
    </Card>
  );
}
