import { Image, Text, View } from '@tarojs/components';
import { useEffect, useRef, useState } from 'react';
import { a11y, hidden } from '@/components/a11y';
import { classes } from '@/components/classes';
import type { WheelCell, WheelProps } from '@/components/Wheel';
import { wantsCalm } from '@/services/calm';
import { pictureUrl } from '@/services/picture';
import { words } from '@/text';
import { lightMs, lightRun, placeOf, places } from './light';
import './index.scss';

/** The same draw as the wheel's on nine fields: eight prizes around the button, over which a light runs. */
export function NineGrid({ cells, chances, busy, onSpin, result, onRest }: WheelProps) {
  const { target, running, calm } = useLight(cells, result, onRest);
  const still = busy || running || chances === 0;
  return (
    <View className="ll-nine">
      <View className="ll-nine__grid">
        {places.map((index) =>
          index === null ? (
            <View
              key="go"
              id="spin"
              className={classes('ll-nine__cell', 'll-nine__go', still && 'll-nine__go--still')}
              onClick={still ? undefined : onSpin}
              {...a11y('button', words.wheel.spoken(chances))}
            >
              <View className="ll-nine__word">{running ? words.wheel.turning : words.wheel.go}</View>
              <View className="ll-nine__left">{words.wheel.left(chances)}</View>
            </View>
          ) : (
            <Field key={index} cell={cells[index]} index={index} on={!running && target === index} />
          ),
        )}
        {running && !calm && target !== null && (
          <View className="ll-nine__light" style={{ animation: lightRun(target) }} id="nine-light" {...hidden} />
        )}
      </View>
    </View>
  );
}

interface FieldProps {
  cell: WheelCell | undefined;
  /** Clockwise from the upper left corner. */
  index: number;
  on: boolean;
}

function Field({ cell, index, on }: FieldProps) {
  return (
    <View
      className={classes('ll-nine__cell', placeOf(index) % 2 === 1 && 'll-nine__cell--b', on && 'll-nine__cell--on')}
      id={`nine-${index}`}
      data-on={on ? 'true' : 'false'}
      {...hidden}
    >
      <View className="ll-ell">{cell?.label}</View>
      {cell?.picture ? (
        <Image className="ll-nine__img" src={pictureUrl(cell.picture)} mode="aspectFit" />
      ) : (
        <Text className="ll-nine__num">{cell?.number}</Text>
      )}
    </View>
  );
}

/** Two updates a spin, when the light sets off and when it has come to rest; what runs between is CSS alone. */
function useLight(cells: readonly WheelCell[], result: WheelProps['result'], onRest: () => void) {
  const [target, setTarget] = useState<number | null>(null);
  const [running, setRunning] = useState(false);
  const [calm] = useState(wantsCalm);
  const rest = useRef(onRest);
  rest.current = onRest;
  const fields = useRef(cells);
  fields.current = cells;

  useEffect(() => {
    if (!result) return;
    const index = Math.max(
      fields.current.findIndex((cell) => cell.id === result.cellId),
      0,
    );
    setTarget(index);
    setRunning(true);
    const timer = setTimeout(
      () => {
        setRunning(false);
        rest.current();
      },
      calm ? 0 : lightMs(index),
    );
    return () => clearTimeout(timer);
  }, [result, calm]);
  return { target, running, calm };
}
