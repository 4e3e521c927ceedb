import type { SupportOrderView } from '@rooms/order/contract';
import { View } from '@tarojs/components';
import { AsyncView } from '@/components/AsyncView';
import { Switch } from '@/components/Check';
import { Chip } from '@/components/Chip';
import { Notice } from '@/components/Notice';
import { OfferTag } from '@/components/OfferTag';
import { RefundSlip } from '@/components/RefundSlip';
import { Card, Section } from '@/components/Section';
import { SkeletonSlip } from '@/components/Skeleton';
import { Stepper } from '@/components/Stepper';
import { Tile } from '@/components/Tile';
import { Written } from '@/components/Written';
import { serverNowMs } from '@/services/clock';
import { afterSalesWords } from '@/text/areas/aftersales';
import { staffOrderWords as words } from '@/text/areas/staff-order';
import { yuanText } from '@/text/money';
import { noneLeft } from '@/text/paid-lines';
import { refundRows, unitsOf } from '@/text/refunds';
import { whenText } from '@/text/times';
import { type OpeningDesk, type Reason, type Seen, useOpening } from '../useOpening';
import { OpenBar } from './OpenBar';

const reasons = Object.keys(afterSalesWords.reasons) as Reason[];

/** Which units and why, what that brings and how it is paid, and the words for the resident. */
export function Opening({ order, onStale }: { order: SupportOrderView; onStale: () => Promise<void> }) {
  const desk = useOpening(order);
  const { opening, change } = desk;
  return (
    <View id="opening">
      <Whose order={order} />
      <Lines order={order} desk={desk} />
      <Card title={words.why}>
        <View className="staff-reasons">
          {reasons.map((reason) => (
            <Chip key={reason} on={reason === opening.reason} onTap={() => change({ reason })} id={`reason-${reason}`}>
              {afterSalesWords.reasons[reason]}
            </Chip>
          ))}
        </View>
        <View className="staff-first ll-mt-12" onClick={() => change({ goodsFirst: !opening.goodsFirst })}>
          <View>{words.goodsFirst}</View>
          <Switch
            on={opening.goodsFirst}
            label={words.goodsFirst}
            onChange={(goodsFirst) => change({ goodsFirst })}
            id="goods-first"
          />
        </View>
      </Card>
      <Card title={words.answer}>
        <Written
          id="answer"
          value={opening.answer}
          most={100}
          hint={words.answerHint}
          onChange={(answer) => change({ answer })}
        />
      </Card>
      {desk.hasUnits && opening.reason && (
        <AsyncView load={desk.load} skeleton={<SkeletonSlip />} kept={words.kept}>
          {(seen) => <Brings seen={seen} stale={desk.stale} />}
        </AsyncView>
      )}
      <OpenBar order={order} desk={desk} onStale={onStale} />
    </View>
  );
}

function Whose({ order }: { order: SupportOrderView }) {
  const { estateName, building, room, contactName, maskedPhone, payableFen, receivedAtMs, refunds } = order;
  const when = receivedAtMs === null ? words.notReceived : words.received(whenText(receivedAtMs, serverNowMs()));
  return (
    <Card>
      <View className="ll-t3">
        {contactName} {maskedPhone}
      </View>
      <View className="ll-note">{words.contact(estateName, `${building} ${room}`)}</View>
      <View className="ll-cap">
        {[words.paid(yuanText(payableFen)), when, refunds.length > 0 ? words.mine(refunds.length) : '']
          .filter(Boolean)
          .join('，')}
      </View>
    </Card>
  );
}

function Lines({ order, desk }: { order: SupportOrderView; desk: OpeningDesk }) {
  const { units } = desk.opening;
  return (
    <Card title={words.which}>
      {order.lines.map((line) => {
        const { lineId, good, quantity, paidFen, unitsLeft } = line;
        const name = `${good.name} ${good.spec}`.trim();
        return (
          <View className="staff-line" key={lineId} id={`line-${lineId}`}>
            <Tile picture={good.picture} tint={good.tint} size={56} off={unitsLeft === 0} />
            <View className="ll-grow ll-ml-12">
              <View>{name}</View>
              <View className="ll-cap">
                {unitsLeft === 0 ? noneLeft(line) : afterSalesWords.line(quantity, yuanText(paidFen))}
              </View>
            </View>
            {unitsLeft > 0 && (
              <Stepper
                value={Math.min(units[lineId] ?? 0, unitsLeft)}
                min={0}
                max={unitsLeft}
                onChange={(count) => desk.change({ units: { ...units, [lineId]: count } })}
                label={name}
                id={`units-${lineId}`}
              />
            )}
          </View>
        );
      })}
    </Card>
  );
}

function Brings({ seen: { preview }, stale }: { seen: Seen; stale: boolean }) {
  const { sums, lines, paidBy } = preview;
  const { money, rest } = refundRows(sums, { units: unitsOf(lines), earns: 0, chances: 0 });
  const isTransfer = paidBy === 'transfer';
  return (
    <View id="brings" data-amount={sums.amountFen} data-paid-by={paidBy}>
      <Section
        title={words.gives}
        beside={<OfferTag tone={isTransfer ? 'danger' : 'save'}>{isTransfer ? words.transfer : words.wechat}</OfferTag>}
      >
        <RefundSlip totalLabel={words.gives} totalFen={sums.amountFen} money={money} rest={rest} stale={stale} />
      </Section>
      {isTransfer && <Notice icon="info">{words.transferNote}</Notice>}
    </View>
  );
}
