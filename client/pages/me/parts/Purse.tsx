import type { SessionView } from '@rooms/account/contract';
import { View } from '@tarojs/components';
import { a11y } from '@/components/a11y';
import { classes } from '@/components/classes';
import { open } from '@/services/navigate';
import { meWords } from '@/text/areas/me';
import { countText } from '@/text/money';

interface Pocket {
  id: string;
  count: number;
  name: string;
  note: string;
  onTap: () => void;
}

/** Points, coupons and chances: what is owned, one tap from its use. */
export function Purse({ me }: { me: SessionView }) {
  const pockets: Pocket[] = [
    {
      id: 'my-points',
      count: me.spendablePoints,
      name: meWords.points,
      note: me.pendingPoints > 0 ? meWords.pending(me.pendingPoints) : '',
      onTap: () => open('points'),
    },
    {
      id: 'my-coupons',
      count: me.usableCoupons,
      name: meWords.coupons,
      note: me.usableCoupons > 0 ? meWords.useThem : '',
      onTap: () => open('myCoupons'),
    },
    {
      id: 'my-chances',
      count: me.openChances,
      name: meWords.chances,
      note: me.openChances > 0 ? meWords.spin : '',
      onTap: () => open('wheel', { id: me.drawId ?? undefined }),
    },
  ];
  return (
    <View className="ll-card me-purse">
      {pockets.map((pocket, index) => (
        <View
          key={pocket.id}
          id={pocket.id}
          className={classes('me-purse__pocket', index > 0 && 'me-purse__pocket--next')}
          onClick={pocket.onTap}
          {...a11y('button', `${pocket.name} ${pocket.count}`)}
        >
          <View className="ll-num me-purse__count">{countText(pocket.count)}</View>
          <View>{pocket.name}</View>
          <View className="ll-cap ll-accent me-purse__note">{pocket.note}</View>
        </View>
      ))}
    </View>
  );
}
