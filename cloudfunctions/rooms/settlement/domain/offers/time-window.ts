import { MAX_LINE_QUANTITY } from '../../../../kernel/limits';
import { isInDailyWindows, nextDailyOpening } from '../../../../kernel/period';
import type { ParameterSet, ParametersOf } from '../parameters';
import type { LinePriceOfferKind } from './kind';
import { unitFenOf, unitPriceParameter } from './unit-price';

/** 限时折扣: another price in certain hours of the day, such as 10:00 to 11:00. */
const parameters = {
  /** Hours of the Shanghai day; none: the whole day. Over midnight takes two. */
  windows: {
    type: 'list',
    min: 0,
    max: 8,
    of: {
      fromMinute: { type: 'minute', min: 0, max: 1439 },
      untilMinute: { type: 'minute', min: 1, max: 1440 },
    },
  },
  price: unitPriceParameter,
  /** Units of one order that get it, over all its lines. */
  maxUnits: { type: 'count', min: 1, max: MAX_LINE_QUANTITY, optional: true },
} as const satisfies ParameterSet;

export const timeWindow = {
  lane: 'line-price',
  look: { tone: 'price', onCard: true },
  linePrice: 'window',
  parameters,
  problems({ windows }) {
    return windows.flatMap(({ fromMinute, untilMinute }, i) =>
      fromMinute < untilMinute ? [] : [{ field: `windows.${i}.untilMinute`, problem: 'RULE' as const }],
    );
  },
  unmet({ windows }, { nowMs }) {
    if (isInDailyWindows(windows, nowMs)) return null;
    return { reason: 'NOT_YET', opensAtMs: nextDailyOpening(windows, nowMs) ?? nowMs };
  },
  unitFen: ({ price }, listUnitFen) => unitFenOf(price, listUnitFen),
  maxUnits: ({ maxUnits }) => maxUnits ?? null,
} as const satisfies LinePriceOfferKind<ParametersOf<typeof parameters>>;
