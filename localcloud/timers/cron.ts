/** A timer trigger's 7-field cron: second minute hour day month weekday year, in UTC+8 (CloudBase; weekday 0–7, 0 and 7 Sunday). */
const OFFSET_MS = 8 * 3_600_000;
const DAY_MS = 86_400_000;
/** No trigger is further away than this; beyond it the expression never fires. */
const HORIZON_DAYS = 366 * 5;

const FIELDS = [
  { name: 'second', min: 0, max: 59 },
  { name: 'minute', min: 0, max: 59 },
  { name: 'hour', min: 0, max: 23 },
  { name: 'day', min: 1, max: 31 },
  { name: 'month', min: 1, max: 12 },
  { name: 'weekday', min: 0, max: 7 },
  { name: 'year', min: 1970, max: 2099 },
] as const;

const NAMES: Record<string, readonly string[]> = {
  month: ['', 'JAN', 'FEB', 'MAR', 'APR', 'MAY', 'JUN', 'JUL', 'AUG', 'SEP', 'OCT', 'NOV', 'DEC'],
  weekday: ['SUN', 'MON', 'TUE', 'WED', 'THU', 'FRI', 'SAT'],
};

type FieldName = (typeof FIELDS)[number]['name'];
export type Cron = Readonly<Record<FieldName, ReadonlySet<number>>> & {
  /** When both day and weekday are given, either is enough; a bare * gives way to the other. */
  readonly dayIsFree: boolean;
  readonly weekdayIsFree: boolean;
};

/** @throws Error naming the field that is wrong */
export function parseCron(expression: string): Cron {
  const texts = expression.trim().split(/\s+/);
  if (texts.length !== FIELDS.length) throw new Error(`cron "${expression}": 7 fields, not ${texts.length}`);
  const sets = Object.fromEntries(
    FIELDS.map((field, place) => [field.name, parseField(texts[place] ?? '', field, expression)]),
  ) as Record<FieldName, Set<number>>;
  if (sets.weekday.has(7)) sets.weekday.add(0);
  return { ...sets, dayIsFree: isFree(texts[3]), weekdayIsFree: isFree(texts[5]) };
}

/** The first time strictly after `afterMs`, or undefined when there is none within five years. Epoch ms. */
export function nextAfter(cron: Cron, afterMs: number): number | undefined {
  const local = afterMs + OFFSET_MS;
  const firstDay = Math.floor(local / DAY_MS);
  for (let day = firstDay; day <= firstDay + HORIZON_DAYS; day++) {
    if (!matchesDay(cron, new Date(day * DAY_MS))) continue;
    const after = day === firstDay ? local - day * DAY_MS : -1;
    const timeMs = firstTimeAfter(cron, after);
    if (timeMs !== undefined) return day * DAY_MS + timeMs - OFFSET_MS;
  }
  return undefined;
}

function matchesDay(cron: Cron, date: Date): boolean {
  if (!cron.year.has(date.getUTCFullYear()) || !cron.month.has(date.getUTCMonth() + 1)) return false;
  const day = cron.day.has(date.getUTCDate());
  const weekday = cron.weekday.has(date.getUTCDay());
  return cron.dayIsFree || cron.weekdayIsFree ? day && weekday : day || weekday;
}

/** First time of day, in ms since midnight, strictly after `afterMs`. */
function firstTimeAfter(cron: Cron, afterMs: number): number | undefined {
  for (const hour of sorted(cron.hour)) {
    for (const minute of sorted(cron.minute)) {
      if (((hour * 60 + minute) * 60 + 59) * 1000 <= afterMs) continue;
      for (const second of sorted(cron.second)) {
        const timeMs = ((hour * 60 + minute) * 60 + second) * 1000;
        if (timeMs > afterMs) return timeMs;
      }
    }
  }
  return undefined;
}

type Field = (typeof FIELDS)[number];

function parseField(text: string, field: Field, expression: string): Set<number> {
  const values = new Set<number>();
  for (const part of text.split(',')) {
    const [range = '', stepText, extra] = part.split('/');
    const step = stepText === undefined ? 1 : Number(stepText);
    const [from, to] = bounds(range, field, stepText !== undefined);
    const legal = Number.isInteger(step) && step >= 1 && extra === undefined && from >= field.min && to <= field.max;
    if (!legal || !(from <= to)) throw new Error(`cron "${expression}": ${field.name} "${text}" is not understood`);
    for (let value = from; value <= to; value += step) values.add(value);
  }
  return values;
}

/** `*`, `5`, `5-10`, and `5/15`, which runs from 5 to the end. NaN for anything else. */
function bounds(range: string, field: Field, stepped: boolean): [number, number] {
  if (isFree(range)) return [field.min, field.max];
  const [low = '', high, extra] = range.split('-');
  if (extra !== undefined) return [Number.NaN, Number.NaN];
  const from = numberOf(low, field);
  const open = stepped ? field.max : from;
  return [from, high === undefined ? open : numberOf(high, field)];
}

function numberOf(text: string, field: Field): number {
  const named = NAMES[field.name]?.indexOf(text.toUpperCase()) ?? -1;
  if (named >= 0 && text !== '') return named;
  return /^\d+$/.test(text) ? Number(text) : Number.NaN;
}

function isFree(text: string | undefined): boolean {
  return text === '*' || text === '?';
}

function sorted(values: ReadonlySet<number>): number[] {
  return [...values].sort((a, b) => a - b);
}
