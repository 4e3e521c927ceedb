import type { OrderView, PaidLineView } from '@rooms/order/contract';
import { View } from '@tarojs/components';
import { Check } from '@/components/Check';
import { Card } from '@/components/Section';
import { Stepper } from '@/components/Stepper';
import { Tile } from '@/components/Tile';
import { afterSalesWords as words } from '@/text/areas/aftersales';
import { yuanText } from '@/text/money';
import { noneLeft } from '@/text/paid-lines';
import { isBeforeDispatch } from '../claim';
import type { ClaimDesk } from '../useClaim';

/** Which lines, and how many of each: never more than what is left of it. */
export function Lines({ order, desk }: { order: OrderView; desk: ClaimDesk }) {
  const before = isBeforeDispatch(order);
  return (
    <Card title={before ? words.whichBefore : words.which}>
      {order.paidLines.map((line) => (
        <Line
          key={line.lineId}
          line={line}
          good={order.lines.find(({ skuId }) => skuId === line.skuId)}
          units={desk.claim.units[line.lineId] ?? 0}
          // Of what is left out before it sets off one usually wants none; of what came, one is bad.
          tapUnits={before ? line.unitsLeft : 1}
          onChange={(units) => desk.setUnits(line.lineId, units)}
        />
      ))}
    </Card>
  );
}

interface LineProps {
  line: PaidLineView;
  good: OrderView['lines'][number] | undefined;
  units: number;
  tapUnits: number;
  onChange: (units: number) => void;
}

function Line({ line, good, units, tapUnits, onChange }: LineProps) {
  const { lineId, unitsLeft } = line;
  const name = good ? `${good.name} ${good.spec}`.trim() : '';
  const none = unitsLeft === 0;
  return (
    <View className="claim-line" id={`line-${lineId}`}>
      <Check
        on={units > 0}
        none={none}
        label={words.choose(name)}
        onChange={(on) => onChange(on ? tapUnits : 0)}
        id={`choose-${lineId}`}
      />
      <Tile picture={good?.picture ?? 'basket'} tint={good?.tint ?? 'oat'} size={56} off={none} />
      <View className="ll-grow ll-ml-12">
        <View className="claim-line__name">{name}</View>
        <View className="ll-cap">{none ? noneLeft(line) : words.line(line.quantity, yuanText(line.paidFen))}</View>
        {!none && unitsLeft < line.quantity && <View className="ll-cap">{words.lineLeft(unitsLeft)}</View>}
      </View>
      {!none && (
        <View className="ll-ml-8">
          <Stepper value={units} min={0} max={unitsLeft} onChange={onChange} label={name} id={`units-${lineId}`} />
        </View>
      )}
    </View>
  );
}
