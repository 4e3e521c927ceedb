import { useEffect, useState } from 'react';
import { AsyncView } from '@/components/AsyncView';
import { EstateList } from '@/components/EstateList';
import { Sheet } from '@/components/Sheet';
import { SkeletonSlip } from '@/components/Skeleton';
import { useLoad } from '@/hooks/useLoad';
import { resident } from '@/services/doors';
import { addressWords } from '@/text/areas/address';

interface EstateSheetProps {
  open: boolean;
  chosenId: string;
  onClose: () => void;
  onChoose: (estateId: string, name: string) => void;
}

/** Typing asks again after a rest of this long, not at every key. */
const SEARCH_REST_MS = 300;

/** Chooses the estate of an address. */
export function EstateSheet({ open, chosenId, onClose, onChoose }: EstateSheetProps) {
  const [search, setSearch] = useState('');
  const [asked, setAsked] = useState('');
  useEffect(() => {
    const timer = setTimeout(() => setAsked(search), SEARCH_REST_MS);
    return () => clearTimeout(timer);
  }, [search]);
  const load = useLoad(open ? () => resident.ask('account.estates', asked ? { search: asked } : {}) : null, [
    open,
    asked,
  ]);
  return (
    <Sheet open={open} onClose={onClose} title={addressWords.estateTitle}>
      <AsyncView load={load} skeleton={<SkeletonSlip />}>
        {({ rows }) => (
          <EstateList
            estates={rows}
            search={search}
            onSearch={setSearch}
            chosenId={chosenId}
            onChoose={(estate) => onChoose(estate.estateId, estate.name)}
          />
        )}
      </AsyncView>
    </Sheet>
  );
}
