import { ScrollView, View } from '@tarojs/components';
import { a11y } from '@/components/a11y';
import { classes } from '@/components/classes';
import './index.scss';

export interface TabsProps<Key extends string> {
  tabs: readonly { key: Key; text: string }[];
  value: Key;
  onChange: (key: Key) => void;
}

/** Words in a row with a bar under the one that is on; scrolls sideways when there are many. */
export function Tabs<Key extends string>({ tabs, value, onChange }: TabsProps<Key>) {
  return (
    <ScrollView scrollX className="ll-seg" enableFlex={false}>
      <View className="ll-seg__row" {...a11y('tablist')}>
        {tabs.map((tab) => (
          <View
            key={tab.key}
            id={`tab-${tab.key}`}
            className={classes('ll-seg__item', tab.key === value && 'll-seg__item--on')}
            onClick={() => onChange(tab.key)}
            {...a11y('tab')}
          >
            {tab.text}
          </View>
        ))}
      </View>
    </ScrollView>
  );
}
