import type { CardFace } from '@rooms/referral/contract';
import { Image, View } from '@tarojs/components';
import { hidden } from '@/components/a11y';
import { pictureUrl } from '@/services/picture';
import { referralWords as words } from '@/text/areas/referral';
import './index.scss';

/** Who invites, and what the card says in their name. */
export function Face({ face }: { face: CardFace }) {
  const { name, line, estateName, building } = face;
  const place = [estateName, building].filter(Boolean).join(' ');
  return (
    <View className="ll-center ll-mt-12" id="inviter">
      <Disc size={88} />
      <View className="ll-note ll-mt-12">{words.from(place, name)}</View>
      <View className="card-line">{words.quoted(line)}</View>
    </View>
  );
}

/** A neighbour's face: the same for all, for nobody's picture is kept. */
export function Disc({ size }: { size: 40 | 88 }) {
  return (
    <View className={`card-disc card-disc--${size}`} {...hidden}>
      <Image className="card-disc__img" src={pictureUrl('person')} mode="aspectFit" />
    </View>
  );
}
