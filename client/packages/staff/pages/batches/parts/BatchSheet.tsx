import type { BatchView, FunnelView } from '@rooms/outreach/contract';
import { View } from '@tarojs/components';
import { AsyncView } from '@/components/AsyncView';
import { Button } from '@/components/Button';
import { Cell } from '@/components/Cell';
import { Card } from '@/components/Section';
import { Sheet } from '@/components/Sheet';
import { SkeletonList } from '@/components/Skeleton';
import { useLoad } from '@/hooks/useLoad';
import { useTap } from '@/hooks/useTap';
import { copyText } from '@/services/copy';
import { staff } from '@/services/doors';
import { confirm, toast } from '@/services/toast';
import { staffWords } from '@/text/areas/staff';
import { flyerWords as words } from '@/text/areas/staff-flyers';
import { toastRefusal } from '@/text/trouble';
import { Codes } from './Codes';
import { Counts } from './Counts';

interface BatchSheetProps {
  batchId: string;
  onClose: () => void;
  onChanged: () => void;
}

/** One batch: what it brought, where it works, how it is printed, and its end. */
export function BatchSheet({ batchId, onClose, onChanged }: BatchSheetProps) {
  const load = useLoad(() => staff.ask('outreach.batch', { batchId }), [batchId]);
  const retire = useTap(async () => {
    const { retireTitle: title, retireContent: content, retireYes: yes, retireNo: no } = words;
    if (!(await confirm({ title, content, yes, no }))) return;
    const reply = await staff.call('outreach.retireBatch', { batchId });
    if (!reply.ok) return toastRefusal(reply);
    toast(words.retired);
    onChanged();
    await load.reload();
  });
  return (
    <Sheet open onClose={onClose} title={load.data?.batch.title ?? ''}>
      <AsyncView load={load} skeleton={<SkeletonList />} kept={words.kept}>
        {({ batch, places }) => (
          <View id="batch" data-state={batch.state}>
            <View className="ll-note ll-mb-8">{words.facts(batch.campaignTitle, batch.templateTitle)}</View>
            <Card>
              <Counts counts={batch} />
            </Card>
            <Places places={places} />
            {batch.state === 'open' && <Printing batch={batch} />}
            {batch.state === 'open' && (
              <Button kind="text" block busy={retire.busy} onTap={() => retire.tap()} id="retire-batch">
                {words.retireBatch}
              </Button>
            )}
          </View>
        )}
      </AsyncView>
    </Sheet>
  );
}

function Places({ places }: { places: readonly FunnelView[] }) {
  const placeWords: Readonly<Record<string, string>> = staffWords.places;
  return (
    <>
      <View className="ll-t3 ll-mb-8">{words.places}</View>
      <Card cells={places.length > 0}>
        {places.map((place, index) => (
          <Cell
            key={place.key}
            first={index === 0}
            title={placeWords[place.key] ?? place.key}
            note={words.countsMore(place.claimed, place.paid)}
            value={words.people(place.scanned)}
          />
        ))}
        {places.length === 0 && <View className="ll-note">{words.noPlaces}</View>}
      </Card>
    </>
  );
}

function Printing({ batch }: { batch: BatchView }) {
  const command = words.printCommand(batch.batchId);
  return (
    <>
      <View className="ll-t3 ll-mb-8">{words.printTitle}</View>
      <Card>
        <View className="ll-note">{words.printNote}</View>
        <View className="batch-command" id="print-command">
          {command}
        </View>
        <Button kind="line" onTap={() => void copyText(command)} id="copy-command">
          {words.copy}
        </Button>
        <Codes batch={batch} />
      </Card>
    </>
  );
}
