import { View } from '@tarojs/components';
import Taro, { useRouter } from '@tarojs/taro';
import { useState } from 'react';
import { AsyncView } from '@/components/AsyncView';
import { Bar } from '@/components/Bar';
import { Button } from '@/components/Button';
import { Cell } from '@/components/Cell';
import { Switch } from '@/components/Check';
import { Page, PageBody } from '@/components/Page';
import { Card } from '@/components/Section';
import { SkeletonSlip } from '@/components/Skeleton';
import { useLoad } from '@/hooks/useLoad';
import { useTap } from '@/hooks/useTap';
import { resident } from '@/services/doors';
import { confirm } from '@/services/toast';
import { useAddressChoice } from '@/stores/address';
import { useSession } from '@/stores/session';
import { addressWords } from '@/text/areas/address';
import { toastRefusal } from '@/text/trouble';
import { BuildingSheet } from './BuildingSheet';
import { EstateSheet } from './EstateSheet';
import { Field } from './Field';
import { type AddressForm, emptyForm, formOf, missingIn } from './form';
import './index.scss';

export default function AddressPage() {
  const { id } = useRouter().params;
  const load = useLoad(async () => {
    if (id) {
      const { addresses } = await resident.ask('account.addresses', {});
      const found = addresses.find((address) => address.addressId === id);
      if (found) return formOf(found);
    }
    const { estate } = useSession.getState().me ?? (await useSession.getState().refresh());
    return { ...emptyForm, estateId: estate?.estateId ?? '', estateName: estate?.name ?? '' };
  }, [id]);
  return (
    <Page foot="tall">
      <PageBody>
        <AsyncView load={load} skeleton={<SkeletonSlip />}>
          {(loaded) => <Form loaded={loaded} id={id} />}
        </AsyncView>
      </PageBody>
    </Page>
  );
}

function Form({ loaded, id }: { loaded: AddressForm; id: string | undefined }) {
  const [form, setForm] = useState(loaded);
  const [choosing, setChoosing] = useState<'estate' | 'building' | null>(null);
  const set = (part: Partial<AddressForm>) => setForm((now) => ({ ...now, ...part }));
  return (
    <>
      <Card cells>
        <Cell
          first
          title={addressWords.estate}
          value={form.estateName || addressWords.estateHint}
          onTap={() => setChoosing('estate')}
          id="choose-estate"
        />
        <Cell
          title={addressWords.building}
          value={form.building || addressWords.buildingHint}
          onTap={form.estateId ? () => setChoosing('building') : undefined}
          id="choose-building"
        />
        <Field id="room" name="room" form={form} onChange={set} maxLength={20} />
        <Field id="contactName" name="contactName" form={form} onChange={set} maxLength={20} />
        <Field id="phone" name="phone" form={form} onChange={set} maxLength={11} />
      </Card>
      <Card cells>
        <Cell
          first
          title={addressWords.makeDefault}
          value={
            <Switch
              on={form.isDefault}
              onChange={(isDefault) => set({ isDefault })}
              label={addressWords.makeDefault}
              id="make-default"
            />
          }
        />
      </Card>
      {id && <Remove id={id} />}
      <Save form={form} id={id} />
      <EstateSheet
        open={choosing === 'estate'}
        chosenId={form.estateId}
        onClose={() => setChoosing(null)}
        onChoose={(estateId, estateName) => {
          set({ estateId, estateName, ...(estateId === form.estateId ? {} : { building: '' }) });
          setChoosing(null);
        }}
      />
      <BuildingSheet
        open={choosing === 'building'}
        form={form}
        onClose={() => setChoosing(null)}
        onChoose={(building) => {
          set({ building });
          setChoosing(null);
        }}
      />
    </>
  );
}

function Save({ form, id }: { form: AddressForm; id: string | undefined }) {
  const missing = missingIn(form);
  const save = useTap(async () => {
    const { estateName: _, ...fields } = form;
    const input = { ...fields, ...(id ? { addressId: id } : {}) };
    const reply = await resident.act('save-address', 'account.saveAddress', input);
    if (!reply.ok) return toastRefusal(reply);
    useAddressChoice.getState().choose(newestOf(reply.data.addresses, form) ?? null);
    await Taro.navigateBack();
  });
  return (
    <Bar>
      <Button size="big" block disabled={missing !== null} busy={save.busy} onTap={() => save.tap()} id="save-address">
        {missing ?? addressWords.save}
      </Button>
    </Bar>
  );
}

/** The one just written: who writes an address at the till wants the order to go there. */
const newestOf = (
  addresses: readonly { addressId: string; building: string; room: string; phone: string }[],
  form: AddressForm,
) =>
  addresses.find(
    ({ building, room, phone }) =>
      building === form.building.trim() && room === form.room.trim() && phone === form.phone,
  )?.addressId;

function Remove({ id }: { id: string }) {
  const remove = useTap(async () => {
    const agreed = await confirm({
      title: addressWords.removeTitle,
      content: addressWords.removeNote,
      yes: addressWords.removeYes,
      no: addressWords.removeNo,
    });
    if (!agreed) return;
    const reply = await resident.call('account.removeAddress', { addressId: id });
    if (!reply.ok) return toastRefusal(reply);
    if (useAddressChoice.getState().chosenId === id) useAddressChoice.getState().choose(null);
    await Taro.navigateBack();
  });
  return (
    <View className="ll-mt-12">
      <Button kind="text" block busy={remove.busy} onTap={() => remove.tap()} id="remove-address">
        {addressWords.remove}
      </Button>
    </View>
  );
}
