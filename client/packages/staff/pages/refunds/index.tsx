import { View } from '@tarojs/components';
import Taro, { useRouter } from '@tarojs/taro';
import { useEffect, useState } from 'react';
import { Button } from '@/components/Button';
import { Page, PageBody } from '@/components/Page';
import { Tabs } from '@/components/Tabs';
import { open } from '@/services/navigate';
import { exchangeWords } from '@/text/areas/exchange';
import { staffOrderWords } from '@/text/areas/staff-order';
import { Exchanges } from './parts/Exchanges';
import { Refunds } from './parts/Refunds';
import { type Counts, type Tab, tabsOf } from './tabs';
import './index.scss';

/** What waits for support, by tab; who carries goods sees exchanges alone (`only=exchange`). */
export default function StaffRefundsPage() {
  const isCarrier = useRouter().params.only === 'exchange';
  useEffect(() => {
    if (isCarrier) void Taro.setNavigationBarTitle({ title: exchangeWords.name });
  }, [isCarrier]);
  const [tab, setTab] = useState<Tab>(isCarrier ? 'exchange' : 'to-decide');
  const [counts, setCounts] = useState<Counts>();
  return (
    <Page>
      <PageBody>
        {!isCarrier && <Tabs tabs={tabsOf(counts)} value={tab} onChange={setTab} />}
        <View className="ll-mt-8">
          {tab === 'exchange' ? <Exchanges onCounts={setCounts} /> : <Refunds tab={tab} onCounts={setCounts} />}
        </View>
        {!isCarrier && (
          <View className="ll-mt-8">
            <Button kind="text" block onTap={() => open('staffOrder')} id="find-order">
              {staffOrderWords.entry}
            </Button>
          </View>
        )}
      </PageBody>
    </Page>
  );
}
