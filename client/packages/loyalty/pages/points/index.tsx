import type { PointsEntry } from '@rooms/loyalty/contract';
import { View } from '@tarojs/components';
import Taro, { usePullDownRefresh, useReachBottom } from '@tarojs/taro';
import { AsyncView } from '@/components/AsyncView';
import { classes } from '@/components/classes';
import { Notice } from '@/components/Notice';
import { Page, PageBody } from '@/components/Page';
import { Card } from '@/components/Section';
import { SkeletonSlip } from '@/components/Skeleton';
import { Empty } from '@/components/StateView';
import { usePages } from '@/hooks/usePages';
import { serverNowMs } from '@/services/clock';
import { resident } from '@/services/doors';
import { openTab } from '@/services/navigate';
import { words } from '@/text';
import { pointsWords } from '@/text/areas/points';
import { countText, yuanText } from '@/text/money';
import { pointsKindText } from '@/text/points';
import { dayText, whenText } from '@/text/times';
import './index.scss';

/** rules.md section 1, step 6: 100 points pay 100 fen, in whole units of 100. */
const UNIT_POINTS = 100;

export default function PointsPage() {
  const entries = usePages((cursor) => resident.ask('loyalty.points', { cursor }), []);
  useReachBottom(entries.more);
  usePullDownRefresh(() => void entries.load.reload().finally(() => Taro.stopPullDownRefresh()));
  return (
    <Page>
      <PageBody>
        <AsyncView load={entries.load} skeleton={<SkeletonSlip />}>
          {({ balance, spendable, pending, expiringSoon }) => (
            <>
              <Card className="points-head">
                <View className="ll-note">{pointsWords.balance}</View>
                <View className="ll-num points-head__count" id="points-spendable">
                  {countText(spendable)}
                </View>
                <View className="ll-note">{balance < 0 ? pointsWords.debt : worth(spendable)}</View>
                {pending > 0 && <View className="ll-cap">{pointsWords.pending(pending)}</View>}
              </Card>
              {expiringSoon && (
                <View className="ll-mt-12">
                  <Notice icon="clock">
                    {pointsWords.expiring(expiringSoon.points, dayText(expiringSoon.atMs - 1))}
                  </Notice>
                </View>
              )}
              <History rows={entries.rows} hasMore={entries.hasMore} />
              <Rules />
            </>
          )}
        </AsyncView>
      </PageBody>
    </Page>
  );
}

const worth = (points: number): string => pointsWords.worth(yuanText(Math.floor(points / UNIT_POINTS) * UNIT_POINTS));

function History({ rows, hasMore }: { rows: readonly PointsEntry[]; hasMore: boolean }) {
  if (rows.length === 0) {
    return (
      <Empty
        picture="gift"
        title={pointsWords.emptyTitle}
        note={pointsWords.emptyNote}
        actionText={pointsWords.emptyAction}
        onAction={() => openTab('home')}
      />
    );
  }
  const nowMs = serverNowMs();
  return (
    <>
      <Card title={pointsWords.history} className="ll-mt-12" id="points-history">
        {rows.map((entry) => (
          <View className="points-entry" key={entry.entryId}>
            <View className="ll-grow">
              <View>{pointsKindText(entry.kind)}</View>
              <View className="ll-cap">{whenText(entry.atMs, nowMs)}</View>
            </View>
            <View className={classes('ll-num ll-t3', entry.points > 0 && 'll-save')}>
              {entry.points > 0 ? `+${countText(entry.points)}` : countText(entry.points)}
            </View>
          </View>
        ))}
      </Card>
      {hasMore && <View className="ll-foot">{words.loadingMore}</View>}
    </>
  );
}

function Rules() {
  return (
    <Card title={pointsWords.how} className="ll-mt-12">
      {pointsWords.rules.map((rule) => (
        <View className="ll-note ll-mt-4" key={rule}>
          {rule}
        </View>
      ))}
    </Card>
  );
}
