import { View } from '@tarojs/components';
import { classes } from '@/components/classes';
import { Icon } from '@/components/Icon';
import '../index.scss';

interface VerdictProps {
  isTrue: boolean;
  title: string;
  note?: string;
}

/** What came of it, in green or in brick, with a sign and a sentence. */
export function Verdict({ isTrue, title, note }: VerdictProps) {
  return (
    <View
      className={classes('verdict', !isTrue && 'verdict--wrong')}
      id="verdict"
      data-true={isTrue ? 'true' : 'false'}
    >
      <Icon name={isTrue ? 'shield' : 'warn'} size={24} />
      <View className="ll-grow ll-ml-8">
        <View className="ll-strong">{title}</View>
        {note && <View className="ll-note">{note}</View>}
      </View>
    </View>
  );
}
