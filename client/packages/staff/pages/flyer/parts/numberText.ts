import type { FlyerView } from '@rooms/outreach/contract';

/** A flyer's number as it is printed: three digits, so that 7 and 17 are not read for each other. */
export const numberText = ({ number }: Pick<FlyerView, 'number'>): string => String(number).padStart(3, '0');
