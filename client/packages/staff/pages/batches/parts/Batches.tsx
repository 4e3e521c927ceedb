import type { BatchView } from '@rooms/outreach/contract';
import { useReachBottom } from '@tarojs/taro';
import { useEffect, useState } from 'react';
import { AsyncView } from '@/components/AsyncView';
import { Cell } from '@/components/Cell';
import { Card } from '@/components/Section';
import { SkeletonList } from '@/components/Skeleton';
import { Empty } from '@/components/StateView';
import { usePages } from '@/hooks/usePages';
import { staff } from '@/services/doors';
import { flyerWords as words } from '@/text/areas/staff-flyers';
import { dayText } from '@/text/times';
import { BatchSheet } from './BatchSheet';

/** Printing runs, newest first. `made` grows with each one made here: then the list is asked for again. */
export function Batches({ made }: { made: number }) {
  const pages = usePages((cursor) => staff.ask('outreach.batches', { cursor }), []);
  const [seen, setSeen] = useState<string | null>(null);
  useReachBottom(pages.more);
  useEffect(() => {
    if (made > 0) void pages.load.reload();
  }, [made, pages.load.reload]);
  return (
    <AsyncView
      load={pages.load}
      skeleton={<SkeletonList />}
      kept={words.kept}
      empty={({ rows }) => (rows.length > 0 ? null : <Empty title={words.noBatches} note={words.noBatchesNote} />)}
    >
      {() => (
        <Card cells id="batches">
          {pages.rows.map((batch, index) => (
            <BatchRow key={batch.batchId} batch={batch} first={index === 0} onTap={() => setSeen(batch.batchId)} />
          ))}
          {seen !== null && (
            <BatchSheet batchId={seen} onClose={() => setSeen(null)} onChanged={() => void pages.load.reload()} />
          )}
        </Card>
      )}
    </AsyncView>
  );
}

function BatchRow({ batch, first, onTap }: { batch: BatchView; first: boolean; onTap: () => void }) {
  const { batchId, title, estateName, size, expiresAtMs, state, scanned, joined } = batch;
  // The end is exclusive: the last whole day is the one before it.
  const facts = words.batchNote(estateName, size, dayText(expiresAtMs - 1));
  return (
    <Cell
      id={`batch-${batchId}`}
      first={first}
      title={title}
      note={`${facts}。${words.counts(scanned, joined)}`}
      value={state === 'open' ? '' : words.standing[state]}
      onTap={onTap}
    />
  );
}
