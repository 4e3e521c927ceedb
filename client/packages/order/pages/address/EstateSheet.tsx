import { View } from '@tarojs/components';
import { useState } from 'react';
import { AsyncView } from '@/components/AsyncView';
import { EstateList, EstateSearch } from '@/components/EstateList';
import { Sheet } from '@/components/Sheet';
import { SkeletonSlip } from '@/components/Skeleton';
import { useLoad } from '@/hooks/useLoad';
import { useRested } from '@/hooks/useRested';
import { resident } from '@/services/doors';
import { addressWords } from '@/text/areas/address';

interface EstateSheetProps {
  open: boolean;
  chosenId: string;
  onClose: () => void;
  onChoose: (estateId: string, name: string) => void;
}

/** Chooses the estate of an address. */
export function EstateSheet({ open, chosenId, onClose, onChoose }: EstateSheetProps) {
  const [search, setSearch] = useState('');
  const asked = useRested(search);
  const load = useLoad(open ? () => resident.ask('account.estates', asked ? { search: asked } : {}) : null, [
    open,
    asked,
  ]);
  return (
    <Sheet open={open} onClose={onClose} title={addressWords.estateTitle}>
      <EstateSearch search={search} onSearch={setSearch} />
      <View className="ll-mt-12">
        <AsyncView load={load} skeleton={<SkeletonSlip />}>
          {({ rows }) => (
            <EstateList
              estates={rows}
              chosenId={chosenId}
              onChoose={(estate) => onChoose(estate.estateId, estate.name)}
            />
          )}
        </AsyncView>
      </View>
    </Sheet>
  );
}
