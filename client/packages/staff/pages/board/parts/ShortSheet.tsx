import type { StaffOrderCard } from '@rooms/order/contract';
import { View } from '@tarojs/components';
import { useState } from 'react';
import { Button } from '@/components/Button';
import { classes } from '@/components/classes';
import { Card } from '@/components/Section';
import { Sheet } from '@/components/Sheet';
import { Stepper } from '@/components/Stepper';
import { Tile } from '@/components/Tile';
import { staffWords as words } from '@/text/areas/staff';
import { unitsToCancel, wantedOf } from './picking';

export interface ShortSheetProps {
  order: StaffOrderCard;
  busy: boolean;
  onClose: () => void;
  onCancel: (lines: { lineId: string; units: number }[]) => void;
}

/** What the shop has not got: its share goes back at once, the rest is packed. */
export function ShortSheet({ order, busy, onClose, onCancel }: ShortSheetProps) {
  const [short, setShort] = useState<{ readonly [at: number]: number }>({});
  const lines = order.lines.flatMap((line, at) => unitsToCancel(line, short[at] ?? 0));
  const units = lines.reduce((sum, line) => sum + line.units, 0);
  const all = units === order.lines.reduce((sum, line) => sum + wantedOf(line), 0);
  return (
    <Sheet
      open
      onClose={onClose}
      title={words.shortTitle}
      action={
        <Button size="big" block disabled={units === 0} busy={busy} onTap={() => onCancel(lines)} id="short-done">
          {units === 0 ? words.shortMissing : all ? words.shortAll : words.shortYes(units)}
        </Button>
      }
    >
      <View className="ll-note ll-mb-8">{words.shortNote}</View>
      <Card cells>
        {order.lines.map((line, at) => (
          <View
            className={classes('ll-cell', at === 0 && 'll-cell--first')}
            key={`${line.name} ${line.spec}`}
            id={`short-line-${at}`}
          >
            <Tile picture={line.picture} tint={line.tint} size={44} />
            <View className="ll-grow ll-ml-12">
              <View className="board-thing__name">
                {line.name} {line.spec}
              </View>
              <View className="ll-cap">{words.items(wantedOf(line))}</View>
            </View>
            <View className="ll-ml-8">
              <Stepper
                value={short[at] ?? 0}
                min={0}
                max={wantedOf(line)}
                onChange={(value) => setShort((now) => ({ ...now, [at]: value }))}
                label={line.name}
                id={`short-${at}`}
              />
            </View>
          </View>
        ))}
      </Card>
    </Sheet>
  );
}
