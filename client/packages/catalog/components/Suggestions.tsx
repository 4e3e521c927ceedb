import { View } from '@tarojs/components';
import { useState } from 'react';
import { a11y } from '@/components/a11y';
import { Cell } from '@/components/Cell';
import { Chip } from '@/components/Chip';
import { classes } from '@/components/classes';
import { Card, Section } from '@/components/Section';
import { useLoad } from '@/hooks/useLoad';
import { resident } from '@/services/doors';
import { searchWords } from '@/text/areas/search';
import { forgetSearches, pastSearches } from './searches';

/** Before a word is typed. Without the hot words the page still works, so their failure is not shown. */
export function Suggestions({ onPick }: { onPick: (text: string) => void }) {
  const [past, setPast] = useState(() => pastSearches());
  const hot = useLoad(() => resident.ask('catalog.hot', {}), []);
  const clear = () => {
    forgetSearches();
    setPast([]);
  };
  return (
    <>
      {past.length > 0 && (
        <>
          <View className="ll-spread">
            <View className="ll-t3">{searchWords.past}</View>
            <View className="ll-link" onClick={clear} {...a11y('button')}>
              {searchWords.clear}
            </View>
          </View>
          {past.map((text) => (
            <Chip key={text} onTap={() => onPick(text)}>
              {text}
            </Chip>
          ))}
          <View className="ll-cap">{searchWords.pastNote}</View>
        </>
      )}
      {hot.data && hot.data.hot.length > 0 && (
        <Section title={searchWords.hot}>
          <Card cells>
            {hot.data.hot.map((text, index) => (
              <Cell
                key={text}
                first={index === 0}
                lead={
                  <View className={classes('ll-num search-rank', index < 3 ? 'll-accent' : 'll-ink-3')}>
                    {index + 1}
                  </View>
                }
                title={text}
                onTap={() => onPick(text)}
              />
            ))}
          </Card>
        </Section>
      )}
    </>
  );
}
