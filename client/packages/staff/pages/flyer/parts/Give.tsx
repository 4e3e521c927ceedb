import { View } from '@tarojs/components';
import { useState } from 'react';
import { AsyncView } from '@/components/AsyncView';
import { Button } from '@/components/Button';
import { Cell } from '@/components/Cell';
import { Card } from '@/components/Section';
import { Sheet } from '@/components/Sheet';
import { SkeletonList } from '@/components/Skeleton';
import { useLoad } from '@/hooks/useLoad';
import { useTap } from '@/hooks/useTap';
import { staff } from '@/services/doors';
import { toast } from '@/services/toast';
import { staffWords } from '@/text/areas/staff';
import { toastRefusal } from '@/text/trouble';
import type { FlyerProps } from './FlyerCard';

/** Gives a flyer that hangs to another promoter; what it brought stays with who had it. */
export function Give({ flyer, onChanged }: FlyerProps) {
  const [open, setOpen] = useState(false);
  return (
    <>
      <Button kind="text" block onTap={() => setOpen(true)} id="give">
        {staffWords.give}
      </Button>
      {open && <GiveSheet flyer={flyer} onChanged={onChanged} onClose={() => setOpen(false)} />}
    </>
  );
}

function GiveSheet({ flyer, onChanged, onClose }: FlyerProps & { onClose: () => void }) {
  const load = useLoad(() => staff.ask('outreach.promoters', {}), []);
  const give = useTap(async (promoterId: string) => {
    const reply = await staff.call('outreach.reassignFlyer', { scene: flyer.scene, promoterId });
    if (!reply.ok) return toastRefusal(reply);
    toast(staffWords.given(reply.data.promoterName ?? ''));
    onClose();
    onChanged(reply.data);
  });
  return (
    <Sheet open onClose={onClose} title={staffWords.giveTitle}>
      <View className="ll-note ll-mb-8">{staffWords.giveNote}</View>
      <AsyncView load={load} skeleton={<SkeletonList />}>
        {({ promoters }) => {
          const others = promoters.filter(({ staffId }) => staffId !== flyer.promoterId);
          return (
            <Card cells={others.length > 0}>
              {others.map(({ staffId, name }, index) => (
                <Cell
                  key={staffId}
                  id={`give-${staffId}`}
                  first={index === 0}
                  title={name}
                  onTap={() => give.tap(staffId)}
                />
              ))}
              {others.length === 0 && <View className="ll-note">{staffWords.nobodyElse}</View>}
            </Card>
          );
        }}
      </AsyncView>
    </Sheet>
  );
}
