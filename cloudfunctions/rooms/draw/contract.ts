import * as v from 'valibot';
import { chanceId, changes, cursor, id, nothing, optionalText, type Page, reads } from '../../contract';
import { HAND_OVER_CODE, readHandOverCode } from '../../kernel/hand-over-code';
import type { DrawBoard, DrawCard, DrawSettlement, HandOverRow, HandOverView } from './domain/staff-views';
import type { DrawView, MySpins, PrizeView, SpinView, WinnerView } from './domain/view';

export type * from './domain/staff-views';
export type {
  ChanceSaleView,
  ChanceView,
  DrawPrizeView,
  DrawView,
  MySpins,
  OddsTable,
  PrizeView,
  SpinView,
  WinnerView,
} from './domain/view';

const ofDraw = () => v.strictObject({ drawId: id() });
const pageOfDraw = () => v.strictObject({ drawId: id(), cursor: cursor() });

/** A prize won has the id of its chance; a service that a reward brought has one of its own. */
const prizeId = () =>
  v.pipe(
    v.string(),
    v.regex(/^(?!__proto__$|constructor$)[a-z0-9_]{1,80}(:[a-z0-9_]{1,80}:[0-9]{1,6})?$/, 'an id of a prize'),
  );

export const drawContract = {
  'draw.view': reads(v.strictObject({ drawId: v.optional(id()) }))<DrawView>(),
  /** The chance is the key of the act; the request key makes the reply repeatable. */
  'draw.spin': changes(v.strictObject({ drawId: id(), chanceId: chanceId() }))<{
    readonly spin: SpinView;
    readonly prize: PrizeView | null;
    readonly openChances: readonly string[];
  }>(),
  'draw.myPrizes': reads(v.strictObject({ cursor: cursor() }))<Page<PrizeView>>(),
  /** Every spin of mine in this draw, last first, with all that a phone needs to reckon it again. */
  'draw.mySpins': reads(pageOfDraw())<MySpins>(),
  /** Everyone who won something that is counted, last first, masked. */
  'draw.winners': reads(pageOfDraw())<Page<WinnerView>>(),
  /**
   * How the winner wants a good (or a service: pick-up alone). It may be changed until an order holds the prize or it was
   * handed over; saying the same again is the same. `PRIZE_UNKNOWN`, `PRIZE_GONE {state}`, `PRIZE_OVER {untilMs}`,
   * `PRIZE_WAY`.
   */
  'draw.claim': reads(v.strictObject({ prizeId: prizeId(), way: v.picklist(['next-order', 'pick-up']) }))<PrizeView>(),
  /**
   * One chance for the draw's price in points. `CHANCES_NOT_SOLD`, `CHANCES_OF_DAY {perDay}`, `POINTS_SHORT {left, points}`
   * (lots that a referral caused do not count), `DRAW_NOT_RUNNING`, `DRAW_PAUSED`, `STAFF_EXCLUDED`, `DRAW_UNKNOWN`.
   */
  'draw.buyChance': changes(ofDraw())<{
    readonly chanceId: string;
    readonly openChances: readonly string[];
    /** Points that could buy another one. */
    readonly pointsLeft: number;
    /** Chances that today still sells to this resident. */
    readonly leftToday: number;
  }>(),
};

/** As typed or scanned: 16 signs, 80 random bits (kernel/hand-over-code.ts). */
const handOverCode = () =>
  v.pipe(
    v.string(),
    v.maxLength(60),
    v.transform(readHandOverCode),
    v.regex(HAND_OVER_CODE, 'a code of 16 letters and digits'),
  );

export const staffDrawContract = {
  /**
   * What a code stands for, before it is given. `PRIZE_CODE_UNKNOWN`, `PRIZE_CODE_USED {atMs, who, title}`,
   * `PRIZE_CODE_OVER {untilMs, title}`, `TOO_MANY_GUESSES {untilMs}`.
   */
  'draw.findPrize': reads(v.strictObject({ code: handOverCode() }))<HandOverView>(),
  /** Given to its winner, once. Refusals as `draw.findPrize`. */
  'draw.handOver': changes(v.strictObject({ code: handOverCode(), by: v.picklist(['scan', 'typed']) }))<HandOverView>(),
  /** It is not given; the day's list says so. */
  'draw.declineHandOver': reads(v.strictObject({ code: handOverCode(), reason: optionalText(100) }))<HandOverRow>(),
  /** Of today (Shanghai), by the whole shop, last first. */
  'draw.handOvers': reads(v.strictObject({ cursor: cursor() }))<
    Page<HandOverRow> & {
      /** Handed over or brought, today. */
      readonly givenToday: number;
    }
  >(),
  'draw.list': reads(nothing())<{ readonly draws: readonly DrawCard[] }>(),
  'draw.board': reads(ofDraw())<DrawBoard>(),
  'draw.settlement': reads(ofDraw())<DrawSettlement>(),
  /**
   * In the consumer's favour alone, as a new version: more units, better odds (what is added is taken from the consolation).
   * `oddsVersion` is the one that the operator saw. `DRAW_CHANGED`, `DRAW_UNSOUND {problems}`, `BUDGET_GONE`.
   */
  'draw.improve': changes(
    v.strictObject({
      drawId: id(),
      oddsVersion: v.pipe(v.number(), v.safeInteger(), v.minValue(1)),
      prizes: v.pipe(
        v.array(
          v.strictObject({
            drawPrizeId: id(),
            oddsPpm: v.pipe(v.number(), v.safeInteger(), v.minValue(0), v.maxValue(1_000_000)),
            addUnits: v.pipe(v.number(), v.safeInteger(), v.minValue(0), v.maxValue(3_200)),
          }),
        ),
        v.minLength(1),
        v.maxLength(20),
      ),
    }),
  )<DrawBoard>(),
};
