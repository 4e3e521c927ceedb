import { Text, View } from '@tarojs/components';
import { useDidHide, useDidShow } from '@tarojs/taro';
import { useEffect, useRef, useState } from 'react';
import { hidden } from '@/components/a11y';
import { serverNowMs } from '@/services/clock';
import { words } from '@/text';
import { type CountdownParts, countdownParts } from './parts';
import './index.scss';

export interface CountdownProps {
  /** Server time, epoch ms. */
  endsAtMs: number;
  /** Once, when the time is up: ask for a fresh quote. */
  onEnd?: () => void;
}

/** Boxes of fixed width, so nothing jumps. Rests while the page is out of sight. One in a section. */
export function Countdown({ endsAtMs, onEnd }: CountdownProps) {
  const left = useTicking(endsAtMs, onEnd);
  if (!left) return <Text className="ll-cap">{words.countdown.over}</Text>;
  return (
    <View className="ll-count">
      {left.days > 0 && <Text className="ll-count__days">{words.countdown.days(left.days)}</Text>}
      <Box>{left.hours}</Box>
      <Colon />
      <Box>{left.minutes}</Box>
      <Colon />
      <Box>{left.seconds}</Box>
    </View>
  );
}

const Box = ({ children }: { children: string }) => <Text className="ll-count__box">{children}</Text>;
const Colon = () => (
  <Text className="ll-count__colon" {...hidden}>
    :
  </Text>
);

function useTicking(endsAtMs: number, onEnd?: () => void): CountdownParts | null {
  const [leftMs, setLeftMs] = useState(() => endsAtMs - serverNowMs());
  const [seen, setSeen] = useState(true);
  useDidShow(() => setSeen(true));
  useDidHide(() => setSeen(false));
  const over = leftMs <= 0;
  const onOver = useRef(onEnd);
  onOver.current = onEnd;

  useEffect(() => {
    if (!seen) return;
    const tick = () => setLeftMs(endsAtMs - serverNowMs());
    tick();
    if (over) return;
    const timer = setInterval(tick, 1_000);
    return () => clearInterval(timer);
  }, [endsAtMs, seen, over]);

  const wasRunning = useRef(!over);
  useEffect(() => {
    if (over && wasRunning.current) onOver.current?.();
    wasRunning.current = !over;
  }, [over]);
  return countdownParts(leftMs);
}
