import type { AddressView } from '@rooms/account/contract';
import { View } from '@tarojs/components';
import { Icon } from '@/components/Icon';
import { Card } from '@/components/Section';
import { open } from '@/services/navigate';
import { checkoutWords } from '@/text/areas/checkout';
import { maskedPhone } from '@/text/phone';

/** Where it goes; without an address the first thing to do. */
export function AddressCard({ address }: { address: AddressView | null }) {
  return (
    <Card
      onTap={() => (address ? open('addresses', { choose: '1' }) : open('address'))}
      id={address ? 'address' : 'add-first-address'}
    >
      <View className="ll-flex">
        <Icon name="pin-fill" size={24} className="ll-accent" />
        <View className="ll-grow ll-ml-12">
          <View className="ll-t3">
            {address ? `${address.estateName} ${address.building} ${address.room}` : checkoutWords.noAddress}
          </View>
          <View className="ll-note">
            {address ? `${address.contactName} ${maskedPhone(address.phone)}` : checkoutWords.noAddressNote}
          </View>
        </View>
        <Icon name="right" size={16} />
      </View>
    </Card>
  );
}
