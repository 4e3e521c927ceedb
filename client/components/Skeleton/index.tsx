import { View } from '@tarojs/components';
import { px } from '@/components/px';
import './index.scss';

export interface BoneProps {
  /** CSS width: '60%', or px as a number. */
  w?: number | string;
  /** px */
  h: number;
  /** px above. */
  mt?: number;
  /** px; default 6. */
  radius?: number;
}

const size = (value: number | string) => (typeof value === 'number' ? px(value) : value);

/** One shape at the place of what comes. */
export function Bone({ w = '100%', h, mt = 0, radius = 6 }: BoneProps) {
  return (
    <View className="ll-sk" style={{ width: size(w), height: px(h), marginTop: px(mt), borderRadius: px(radius) }} />
  );
}

const two = ['a', 'b'];
const three = ['a', 'b', 'c'];
const four = ['a', 'b', 'c', 'd'];

/** The two-column product grid. */
export function SkeletonGrid() {
  return (
    <View className="ll-grid">
      {four.map((key) => (
        <View className="ll-sk-card" key={key}>
          <Bone h={132} radius={8} />
          <View className="ll-sk-card__body">
            <Bone h={16} w="82%" />
            <Bone h={12} w="60%" mt={10} />
            <Bone h={22} w="44%" mt={18} />
          </View>
        </View>
      ))}
    </View>
  );
}

/** Banner, strip and grid: home, and other shelves of goods. */
export function SkeletonShelf() {
  return (
    <View>
      <Bone h={138} radius={16} />
      <View className="ll-halves ll-mt-16">
        {two.map((key) => (
          <Bone h={72} radius={12} key={key} />
        ))}
      </View>
      <Bone h={20} w={96} mt={28} />
      <View className="ll-mt-16">
        <SkeletonGrid />
      </View>
    </View>
  );
}

/** Cards with a picture and two lines: orders, addresses, ledgers, cart lines. */
export function SkeletonList() {
  return (
    <View>
      {three.map((key) => (
        <View className="ll-sk-line" key={key}>
          <Bone h={72} w={72} radius={8} />
          <View className="ll-grow ll-ml-12">
            <Bone h={16} w="70%" />
            <Bone h={12} w="46%" mt={12} />
            <Bone h={20} w="34%" mt={12} />
          </View>
        </View>
      ))}
    </View>
  );
}

/** Tickets. */
export function SkeletonCoupons() {
  return (
    <View>
      {four.map((key) => (
        <Bone h={84} mt={10} radius={12} key={key} />
      ))}
    </View>
  );
}

/** A slip under a card: checkout, order. */
export function SkeletonSlip() {
  return (
    <View>
      <Bone h={76} radius={12} />
      <Bone h={148} mt={12} radius={12} />
      <Bone h={240} mt={12} radius={12} />
    </View>
  );
}
