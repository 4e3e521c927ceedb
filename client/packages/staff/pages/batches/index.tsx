import { View } from '@tarojs/components';
import { useState } from 'react';
import { Bar } from '@/components/Bar';
import { Button } from '@/components/Button';
import { Page, PageBody } from '@/components/Page';
import { Tabs } from '@/components/Tabs';
import { open } from '@/services/navigate';
import { flyerWords as words } from '@/text/areas/staff-flyers';
import { Batches } from './parts/Batches';
import { Links } from './parts/Links';
import { MakeSheet } from './parts/MakeSheet';
import './index.scss';

type Tab = 'batches' | 'links';
const tabs = (['batches', 'links'] as const).map((key) => ({ key, text: words.tabs[key] }));

/** What the shop has printed and posted, and what each brought. */
export default function BatchesPage() {
  const [tab, setTab] = useState<Tab>('batches');
  const [making, setMaking] = useState(false);
  const [made, setMade] = useState(0);
  const done = () => {
    setMaking(false);
    setMade((count) => count + 1);
  };
  return (
    <Page foot="tall">
      <PageBody>
        <Tabs tabs={tabs} value={tab} onChange={setTab} />
        {tab === 'batches' ? <Batches made={made} /> : <Links made={made} />}
      </PageBody>
      <Bar>
        <Button kind="line" onTap={() => open('staffFunnel')} id="to-funnel">
          {words.funnel}
        </Button>
        <View className="ll-grow ll-ml-8">
          <Button size="big" block onTap={() => setMaking(true)} id="make">
            {tab === 'batches' ? words.makeBatch : words.makeLink}
          </Button>
        </View>
      </Bar>
      {making && <MakeSheet of={tab} onClose={() => setMaking(false)} onMade={done} />}
    </Page>
  );
}
