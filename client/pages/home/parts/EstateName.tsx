import { View } from '@tarojs/components';
import { a11y } from '@/components/a11y';
import { Icon } from '@/components/Icon';
import { open } from '@/services/navigate';
import { shopWords } from '@/text/areas/shop';

/** Where the goods go; a tap chooses another estate. */
export function EstateName({ name, known }: { name: string | null; known: boolean }) {
  return (
    <View className="home-estate" id="estate" onClick={() => open('estate')} {...a11y('button')}>
      <Icon name="pin-fill" className="ll-accent" />
      {known && <View className="ll-t2 ll-ell ll-ml-4">{name ?? shopWords.chooseEstate}</View>}
      <Icon name="down" size={14} className="ll-ml-4" />
    </View>
  );
}
