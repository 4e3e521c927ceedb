import { View } from '@tarojs/components';
import Taro, { usePullDownRefresh, useReachBottom } from '@tarojs/taro';
import { AsyncView } from '@/components/AsyncView';
import { Page, PageBody } from '@/components/Page';
import { SkeletonList } from '@/components/Skeleton';
import { Empty } from '@/components/StateView';
import { useOnReturn } from '@/hooks/useOnReturn';
import { usePages } from '@/hooks/usePages';
import { resident } from '@/services/doors';
import { goBack, open } from '@/services/navigate';
import { words } from '@/text';
import { afterSalesWords } from '@/text/areas/aftersales';
import { refundWords } from '@/text/areas/refund';
import { ExchangeCard } from './ExchangeCard';
import { RefundCard } from './RefundCard';
import '../../parts/index.scss';

/** All that went back or is on its way, newest first. */
export default function RefundsPage() {
  const refunds = usePages((cursor) => resident.ask('order.myRefunds', { cursor }), []);
  useOnReturn(() => void refunds.load.reload());
  useReachBottom(refunds.more);
  usePullDownRefresh(() => void refunds.load.reload().finally(() => Taro.stopPullDownRefresh()));
  return (
    <Page>
      <PageBody>
        <AsyncView
          load={refunds.load}
          skeleton={<SkeletonList />}
          empty={({ rows }) => (rows.length > 0 ? null : <None />)}
          kept={refundWords.kept}
          exitText={afterSalesWords.goBack}
          onExit={goBack}
        >
          {() => (
            <View id="refunds">
              {refunds.rows.map((row) =>
                row.kind === 'refund' ? (
                  <RefundCard key={row.refundNumber} refund={row} />
                ) : (
                  <ExchangeCard key={row.exchangeNumber} exchange={row} />
                ),
              )}
              <View className="ll-foot">{refunds.hasMore ? words.loadingMore : words.nothingMore}</View>
            </View>
          )}
        </AsyncView>
      </PageBody>
    </Page>
  );
}

function None() {
  return (
    <Empty
      title={refundWords.emptyTitle}
      note={refundWords.emptyNote}
      actionText={refundWords.emptyAction}
      onAction={() => open('orders')}
    />
  );
}
