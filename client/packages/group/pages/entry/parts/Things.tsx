import { View } from '@tarojs/components';
import { Card } from '@/components/Section';
import { Tile } from '@/components/Tile';
import { groupWords } from '@/text/areas/group';

/** What a group is for, before anybody is asked to join one. */
export function Things() {
  return (
    <Card title={groupWords.what}>
      {groupWords.things.map(({ picture, tint, title, note }) => (
        <View className="ll-flex ll-mt-12" key={picture}>
          <Tile picture={picture} tint={tint} size={44} />
          <View className="ll-grow ll-ml-12">
            <View>{title}</View>
            <View className="ll-cap">{note}</View>
          </View>
        </View>
      ))}
    </Card>
  );
}
