import type { BatchView, PrintedCode } from '@rooms/outreach/contract';
import { Image, View } from '@tarojs/components';
import { useState } from 'react';
import { Button } from '@/components/Button';
import { useTap } from '@/hooks/useTap';
import { staff } from '@/services/doors';
import { flyerWords as words } from '@/text/areas/staff-flyers';
import { toastRefusal } from '@/text/trouble';
import { numberText } from '../../flyer/parts/numberText';

/** A few codes at a time, for who needs one more on paper now: a long press keeps the picture. */
export function Codes({ batch: { batchId, size } }: { batch: BatchView }) {
  const [codes, setCodes] = useState<readonly PrintedCode[]>([]);
  const last = codes[codes.length - 1]?.number ?? 0;
  const more = useTap(async () => {
    const reply = await staff.call('outreach.sheet', { batchId, from: last + 1 });
    if (!reply.ok) return toastRefusal(reply);
    // The pictures before leave the page: six are as many as one answer holds.
    setCodes(reply.data.codes);
  });
  return (
    <>
      <View className="batch-codes">
        {codes.map(({ number, scene, picture }) => (
          <View key={number} className="batch-code" id={`code-${number}`} data-scene={scene}>
            <Image className="batch-code__picture" src={`data:image/png;base64,${picture}`} showMenuByLongpress />
            <View className="ll-cap">{words.codesNote(numberText({ number }))}</View>
          </View>
        ))}
      </View>
      {last < size && (
        <Button kind="text" block busy={more.busy} onTap={() => more.tap()} id="see-codes">
          {last === 0 ? words.codes : words.moreCodes}
        </Button>
      )}
    </>
  );
}
