import type { GroupView } from '@rooms/group/contract';
import { Image, View } from '@tarojs/components';
import { a11y } from '@/components/a11y';
import { Meter } from '@/components/Meter';
import { OfferTag } from '@/components/OfferTag';
import { pictureUrl } from '@/services/picture';
import { groupWords } from '@/text/areas/group';
import { dayText } from '@/text/times';
import '../index.scss';

/** The code to press long; how long it lives and how full the group is. */
export function Ticket({ group }: { group: GroupView }) {
  const { name, keeper, picture, expiresAtMs, seats, members, seatsLeft, nextNumber } = group;
  return (
    <View className="ll-card group-ticket" id="group">
      <View className="ll-spread">
        <View className="ll-grow">
          <View className="ll-t3 ll-ell">{name}</View>
          <View className="ll-cap ll-ell">{groupWords.keeper(keeper)}</View>
        </View>
        <OfferTag tone="save">{groupWords.seats(seatsLeft)}</OfferTag>
      </View>
      <View className="group-code" {...a11y('img', groupWords.pictureOf(name))}>
        <Image
          className="group-code__picture"
          id="group-code"
          src={pictureUrl(picture)}
          mode="aspectFit"
          showMenuByLongpress
        />
      </View>
      <View className="ll-center ll-mt-12 ll-strong">{groupWords.press}</View>
      <View className="ll-center ll-cap">
        {expiresAtMs === null ? groupWords.renewed : groupWords.until(dayText(expiresAtMs - 1))}
      </View>
      <View className="ll-divider" />
      <View className="ll-note ll-mb-8">{groupWords.members(members, seats, nextNumber)}</View>
      <Meter share={members / seats} tone="green" />
    </View>
  );
}
