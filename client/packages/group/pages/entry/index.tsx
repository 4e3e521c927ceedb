import type { GroupBoardView, GroupEntryView } from '@rooms/group/contract';
import { View } from '@tarojs/components';
import Taro, { usePullDownRefresh } from '@tarojs/taro';
import { useState } from 'react';
import { AsyncView } from '@/components/AsyncView';
import { Notice } from '@/components/Notice';
import { Page, PageBody } from '@/components/Page';
import { SkeletonSlip } from '@/components/Skeleton';
import { Empty } from '@/components/StateView';
import { useLoad } from '@/hooks/useLoad';
import { useOnReturn } from '@/hooks/useOnReturn';
import { useTap } from '@/hooks/useTap';
import { resident } from '@/services/doors';
import { open, openTab } from '@/services/navigate';
import { toast } from '@/services/toast';
import { useSession } from '@/stores/session';
import { words } from '@/text';
import { groupWords } from '@/text/areas/group';
import { toastRefusal } from '@/text/trouble';
import { Board } from './parts/Board';
import { Things } from './parts/Things';
import { Ticket } from './parts/Ticket';
import './index.scss';

interface Seen {
  readonly entry: GroupEntryView;
  readonly board: GroupBoardView | null;
}

/** The estate's chat of this moment, and what neighbours bought today. Joining earns nothing, and the page says so. */
export default function GroupPage() {
  const [not, setNot] = useState<string | undefined>(undefined);
  const load = useLoad(() => look(not), [not]);
  useOnReturn(() => void load.reload());
  usePullDownRefresh(() => void load.reload().finally(() => Taro.stopPullDownRefresh()));
  return (
    <Page>
      <PageBody>
        <AsyncView
          load={load}
          skeleton={<SkeletonSlip />}
          exitText={words.goHome}
          onExit={() => openTab('home')}
          empty={(seen) => (seen ? null : <NoEstate />)}
        >
          {(seen) => seen && <Seen seen={seen} onSwap={setNot} />}
        </AsyncView>
      </PageBody>
    </Page>
  );
}

/** Null: no estate was chosen. The board is a grace: without it the code is shown all the same. */
async function look(not: string | undefined): Promise<Seen | null> {
  const { me, refresh } = useSession.getState();
  const { estate } = me ?? (await refresh());
  if (!estate) return null;
  const { estateId } = estate;
  const [entry, board] = await Promise.all([
    resident.ask('group.entry', { estateId, ...(not ? { not } : {}) }),
    resident.ask('group.board', { estateId }).catch(() => null),
  ]);
  return { entry, board };
}

function Seen({ seen: { entry, board }, onSwap }: { seen: Seen; onSwap: (groupId: string) => void }) {
  const { group, estateName } = entry;
  return (
    <>
      <View className="ll-center ll-mt-8">
        <View className="ll-t1">{groupWords.title(estateName)}</View>
        <View className="ll-note ll-mt-4">{groupWords.line}</View>
      </View>
      {group ? (
        <Ticket group={group} />
      ) : (
        <View className="ll-mt-20">
          <Empty picture="houses" title={groupWords.none} note={groupWords.noneNote} />
        </View>
      )}
      <Things />
      <Notice icon="info">{groupWords.same}</Notice>
      {group && <Trouble groupId={group.groupId} canSwap={entry.canSwap} onSwap={onSwap} />}
      {board && <Board board={board} />}
    </>
  );
}

interface TroubleProps {
  groupId: string;
  canSwap: boolean;
  onSwap: (groupId: string) => void;
}

/** A code that does not open: another one, or a word to the shop. */
function Trouble({ groupId, canSwap, onSwap }: TroubleProps) {
  const tell = useTap(async () => {
    const reply = await resident.call('group.tell', { groupId });
    if (!reply.ok) return toastRefusal(reply);
    toast(groupWords.told);
  });
  return (
    <View className="group-trouble">
      <View className="ll-cap">{groupWords.cannot}</View>
      <View
        className="ll-link group-trouble__way"
        id="swap"
        onClick={() => (canSwap ? onSwap(groupId) : toast(groupWords.noOther))}
      >
        {groupWords.swap}
      </View>
      <View className="ll-link group-trouble__way" id="tell" onClick={() => tell.tap()}>
        {groupWords.tell}
      </View>
    </View>
  );
}

function NoEstate() {
  return (
    <Empty
      picture="houses"
      title={groupWords.noEstate}
      note={groupWords.noEstateNote}
      actionText={groupWords.choose}
      onAction={() => open('estate')}
    />
  );
}
