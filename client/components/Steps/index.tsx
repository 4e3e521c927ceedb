import { View } from '@tarojs/components';
import { classes } from '@/components/classes';
import './index.scss';

export interface Step {
  text: string;
  phase: 'done' | 'now' | 'wait' | 'trouble';
}

/** A short way as dots in a row, each with its word: at most four. */
export function Steps({ steps }: { steps: readonly Step[] }) {
  if (steps.length === 0) return null;
  return (
    <View className="ll-steps">
      {steps.map(({ text, phase }) => (
        <View className={classes('ll-steps__step', `ll-steps__step--${phase}`)} key={text}>
          <View className="ll-steps__dot" />
          <View className="ll-steps__text">{text}</View>
        </View>
      ))}
    </View>
  );
}
