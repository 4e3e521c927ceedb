import { Text, View } from '@tarojs/components';
import { classes } from '@/components/classes';
import './index.scss';

/** now: a price now · save: a threshold · gift · plain: a state · solid: staff only · danger: trouble. */
export type TagTone = 'now' | 'save' | 'gift' | 'plain' | 'solid' | 'danger';

export interface OfferTagProps {
  tone?: TagTone;
  children: string;
}

export function OfferTag({ tone = 'now', children }: OfferTagProps) {
  return <Text className={classes('ll-tag', tone !== 'now' && `ll-tag--${tone}`)}>{children}</Text>;
}

export interface Tag {
  tone: TagTone;
  text: string;
}

/** One row of tags; those that do not fit are left out whole. `wrap` lets them take as many rows as they need. */
export function OfferTags({ tags, wrap, className }: { tags: readonly Tag[]; wrap?: boolean; className?: string }) {
  return (
    <View className={classes('ll-tags', wrap && 'll-tags--wrap', className)}>
      {tags.map((tag) => (
        <OfferTag tone={tag.tone} key={tag.text}>
          {tag.text}
        </OfferTag>
      ))}
    </View>
  );
}
