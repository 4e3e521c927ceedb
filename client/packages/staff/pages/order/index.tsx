import type { SupportOrderView } from '@rooms/order/contract';
import { Input, View } from '@tarojs/components';
import { useRouter } from '@tarojs/taro';
import { useState } from 'react';
import { AsyncView } from '@/components/AsyncView';
import { Button } from '@/components/Button';
import { Page, PageBody } from '@/components/Page';
import { Card } from '@/components/Section';
import { SkeletonSlip } from '@/components/Skeleton';
import { Empty } from '@/components/StateView';
import { useLoad } from '@/hooks/useLoad';
import { staff } from '@/services/doors';
import { goBack } from '@/services/navigate';
import { words as shared } from '@/text';
import { staffOrderWords as words } from '@/text/areas/staff-order';
import { Opening } from './parts/Opening';
import './index.scss';

const NUMBER = /^\d{14}$/;

/** An order by the number that a resident reads out, and a refund that they can no longer ask for themselves. */
export default function StaffOrderPage() {
  const { number: given = '' } = useRouter().params;
  const [typed, setTyped] = useState(given);
  const [number, setNumber] = useState(NUMBER.test(given) ? given : '');
  const digits = typed.replace(/\D/g, '');
  const load = useLoad(number ? () => staff.ask('order.find', { number }) : null, [number], { fresh: true });
  return (
    <Page foot="tall">
      <PageBody>
        <Card>
          <View className="staff-find">
            <Input
              id="order-number"
              className="staff-find__input"
              value={typed}
              type="number"
              maxlength={18}
              placeholder={words.number}
              placeholderClass="staff-find__hint"
              onInput={(event) => setTyped(event.detail.value)}
            />
            <Button
              disabled={!NUMBER.test(digits)}
              busy={load.refreshing}
              onTap={() => (digits === number ? void load.reload() : setNumber(digits))}
              id="find"
            >
              {words.find}
            </Button>
          </View>
        </Card>
        {number && (
          <AsyncView
            load={load}
            skeleton={<SkeletonSlip />}
            kept={words.kept}
            exitText={shared.goHome}
            onExit={goBack}
            empty={({ rows }) => (rows.length > 0 ? null : <None onAgain={() => setTyped('')} />)}
          >
            {({ rows }) => rows.map((order) => <Found key={order.orderId} order={order} onStale={load.reload} />)}
          </AsyncView>
        )}
      </PageBody>
    </Page>
  );
}

function Found({ order, onStale }: { order: SupportOrderView; onStale: () => Promise<void> }) {
  if (order.can.includes('open-refund')) return <Opening order={order} onStale={onStale} />;
  return <Empty title={words.closedTitle} note={words.closedNote} actionText={words.again} onAction={goBack} />;
}

function None({ onAgain }: { onAgain: () => void }) {
  return <Empty title={words.noneTitle} note={words.noneNote} actionText={words.again} onAction={onAgain} />;
}
