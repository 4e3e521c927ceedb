import { View } from '@tarojs/components';
import { AsyncView } from '@/components/AsyncView';
import { Chip } from '@/components/Chip';
import { Sheet } from '@/components/Sheet';
import { SkeletonSlip } from '@/components/Skeleton';
import { useLoad } from '@/hooks/useLoad';
import { resident } from '@/services/doors';
import { addressWords } from '@/text/areas/address';
import type { AddressForm } from './form';
import './index.scss';

interface BuildingSheetProps {
  open: boolean;
  form: AddressForm;
  onClose: () => void;
  onChoose: (building: string) => void;
}

/** The estate's own buildings: couriers sort by them, so they are chosen and not written. */
export function BuildingSheet({ open, form, onClose, onChoose }: BuildingSheetProps) {
  const load = useLoad(open ? () => resident.ask('account.estates', { search: form.estateName }) : null, [
    open,
    form.estateId,
  ]);
  return (
    <Sheet open={open} onClose={onClose} title={addressWords.buildingTitle}>
      <AsyncView load={load} skeleton={<SkeletonSlip />}>
        {({ rows }) => (
          <View className="address-buildings">
            {(rows.find(({ estateId }) => estateId === form.estateId)?.buildings ?? []).map((building) => (
              <View className="address-buildings__one" key={building}>
                <Chip
                  on={building === form.building}
                  onTap={() => onChoose(building)}
                  id={`building-${building.replace(/\D/g, '')}`}
                >
                  {building}
                </Chip>
              </View>
            ))}
          </View>
        )}
      </AsyncView>
    </Sheet>
  );
}
