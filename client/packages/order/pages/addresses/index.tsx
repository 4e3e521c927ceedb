import type { AddressView } from '@rooms/account/contract';
import { View } from '@tarojs/components';
import Taro, { useRouter } from '@tarojs/taro';
import { AsyncView } from '@/components/AsyncView';
import { a11y } from '@/components/a11y';
import { Bar } from '@/components/Bar';
import { Button } from '@/components/Button';
import { OfferTag } from '@/components/OfferTag';
import { Page, PageBody } from '@/components/Page';
import { Card } from '@/components/Section';
import { SkeletonList } from '@/components/Skeleton';
import { Empty } from '@/components/StateView';
import { useLoad } from '@/hooks/useLoad';
import { useOnReturn } from '@/hooks/useOnReturn';
import { resident } from '@/services/doors';
import { open } from '@/services/navigate';
import { useAddressChoice } from '@/stores/address';
import { addressWords } from '@/text/areas/address';

/** The address book; with `choose=1` a tap picks one for the order and goes back to the till. */
export default function AddressesPage() {
  const choosing = useRouter().params.choose === '1';
  const load = useLoad(() => resident.ask('account.addresses', {}), []);
  useOnReturn(() => void load.reload());
  const pick = (address: AddressView) => {
    if (!choosing) return open('address', { id: address.addressId });
    useAddressChoice.getState().choose(address.addressId);
    void Taro.navigateBack();
  };
  return (
    <Page foot="tall">
      <PageBody>
        <AsyncView
          load={load}
          skeleton={<SkeletonList />}
          empty={({ addresses }) =>
            addresses.length > 0 ? null : <Empty title={addressWords.emptyTitle} note={addressWords.emptyNote} />
          }
        >
          {({ addresses }) =>
            addresses.map((address) => <Row key={address.addressId} address={address} onPick={() => pick(address)} />)
          }
        </AsyncView>
      </PageBody>
      <Bar>
        <Button size="big" block onTap={() => open('address')} id="add-address">
          {addressWords.add}
        </Button>
      </Bar>
    </Page>
  );
}

function Row({ address, onPick }: { address: AddressView; onPick: () => void }) {
  return (
    <Card className="ll-mb-12" onTap={onPick} id={`address-${address.addressId}`}>
      <View className="ll-flex">
        <View className="ll-grow">
          <View className="ll-t3">
            {address.estateName} {address.building} {address.room}
          </View>
          <View className="ll-row ll-mt-4">
            <View className="ll-note">
              {address.contactName} {address.phone}
            </View>
            {address.isDefault && <OfferTag tone="plain">{addressWords.default}</OfferTag>}
          </View>
        </View>
        <View
          className="ll-link ll-ml-12"
          onClick={(event) => {
            event.stopPropagation();
            open('address', { id: address.addressId });
          }}
          {...a11y('button', addressWords.edit)}
        >
          {addressWords.edit}
        </View>
      </View>
    </Card>
  );
}
