import { Image, Text, View } from '@tarojs/components';
import { useEffect, useRef, useState } from 'react';
import { a11y, hidden } from '@/components/a11y';
import { classes } from '@/components/classes';
import { wantsCalm } from '@/services/calm';
import { pictureUrl } from '@/services/picture';
import { words } from '@/text';
import { angleTo, discOf } from './turn';
import './index.scss';

/** A field: a short name, and below it a picture or a number. */
export interface WheelCell {
  id: string;
  label: string;
  picture?: string;
  /** 「¥8」「88」, in LinliNum. */
  number?: string;
}

export interface WheelProps {
  /** Clockwise from the top; their names fit up to about eight. */
  cells: readonly WheelCell[];
  chances: number;
  /** Between tap and the server's answer the hub rests. */
  busy: boolean;
  onSpin: () => void;
  /** What the server said, by cell id; a new object turns the disc. The disc shows, it never decides. */
  result: { cellId: string } | null;
  /** The disc has come to rest at `result`. */
  onRest: () => void;
}

const turnMs = 4_200;

export function Wheel({ cells, chances, busy, onSpin, result, onRest }: WheelProps) {
  const { angle, turning, calm } = useTurn(cells, result, onRest);
  const still = busy || turning || chances === 0;
  return (
    <View className="ll-wheel">
      {bulbs.map((degrees) => (
        <View className="ll-wheel__bulb" key={degrees} style={{ transform: `rotate(${degrees}deg)` }}>
          <View className="ll-wheel__light" />
        </View>
      ))}
      <View
        className={classes('ll-wheel__disc', !calm && 'll-wheel__disc--turns')}
        id="wheel-disc"
        style={{ transform: `rotate(${angle}deg)`, background: discOf(cells.length) }}
        {...hidden}
      >
        {cells.map((cell, index) => (
          <Cell cell={cell} degrees={(index * 360) / cells.length} key={cell.id} />
        ))}
      </View>
      <View
        id="spin"
        className={classes('ll-wheel__hub', still && 'll-wheel__hub--still')}
        onClick={still ? undefined : onSpin}
        {...a11y('button', words.wheel.spoken(chances))}
      >
        <View className="ll-wheel__word">{turning ? words.wheel.turning : words.wheel.go}</View>
        <View className="ll-wheel__left">{words.wheel.left(chances)}</View>
      </View>
    </View>
  );
}

/** 16 lamps in the rim, between the seams. */
const bulbs = Array.from({ length: 16 }, (_, k) => 11.25 + k * 22.5);

function Cell({ cell, degrees }: { cell: WheelCell; degrees: number }) {
  return (
    <View className="ll-wheel__cell" style={{ transform: `rotate(${degrees}deg)` }}>
      <View>{cell.label}</View>
      {cell.picture ? (
        <Image className="ll-wheel__img" src={pictureUrl(cell.picture)} mode="aspectFit" />
      ) : (
        <Text className="ll-wheel__num">{cell.number}</Text>
      )}
    </View>
  );
}

function useTurn(cells: readonly WheelCell[], result: WheelProps['result'], onRest: () => void) {
  const [angle, setAngle] = useState(0);
  const [turning, setTurning] = useState(false);
  const [calm] = useState(wantsCalm);
  const rest = useRef(onRest);
  rest.current = onRest;
  const fields = useRef(cells);
  fields.current = cells;

  useEffect(() => {
    if (!result) return;
    const index = fields.current.findIndex((cell) => cell.id === result.cellId);
    setAngle((from) => angleTo(Math.max(index, 0), from, fields.current.length));
    setTurning(true);
    const timer = setTimeout(
      () => {
        setTurning(false);
        rest.current();
      },
      calm ? 0 : turnMs,
    );
    return () => clearTimeout(timer);
  }, [result, calm]);
  return { angle, turning, calm };
}
