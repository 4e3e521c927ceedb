import qrcode from 'qrcode-generator';
import { DAY_MS, MINUTE_MS, shanghaiDay, startOfShanghaiDay } from '../../../cloudfunctions/kernel/period';
import { type Group, groupIdOf } from '../../../cloudfunctions/rooms/group';
import type { RunTime } from './campaign';
import { TEMPLATES } from './coupons';
import { OSMANTHUS } from './estates';

/** The launch ends at 22:00 on the 14th day after the demo's present. */
const presentDay = ({ endsAtMs }: RunTime): number => shanghaiDay(endsAtMs) - 14;

/** A picture code as it would come from WeChat; the demo's leads nowhere, and says so. */
function pictureOf(text: string): string {
  const code = qrcode(0, 'M');
  code.addData(text);
  code.make();
  return code.createDataURL(4, 8);
}

/** 桂花里's first group is full, the second has 37 seats and a code of 5 more days. */
export function neighbourGroups(time: RunTime): Group[] {
  const today = startOfShanghaiDay(presentDay(time));
  const group = (number: number, members: number, livesDays: number): Group => ({
    _id: groupIdOf(OSMANTHUS, number),
    ...{ rev: 0, estateId: OSMANTHUS, number, name: `桂花里邻居 ${number} 群`, keeper: '店长 小林' },
    ...{ kind: 'ordinary', joinWayId: null, seats: 200, isOpen: true },
    picture: {
      fileId: pictureOf(`https://linli.example/demo-group/${number}`),
      atMs: today,
      expiresAtMs: today + livesDays * DAY_MS,
    },
    counted: { members, atMs: today },
    ...{ shown: 0, troubled: 0, chatId: null },
  });
  return [group(1, 200, 3), group(2, 163, 5)];
}

/** Tomorrow's market with a coupon for who comes, a tasting of few seats, and dumplings in two weeks. */
export function neighbourEvents(time: RunTime) {
  const today = startOfShanghaiDay(presentDay(time));
  const at = (day: number, fromMinute: number, minutes: number) => {
    const startsAtMs = today + day * DAY_MS + fromMinute * MINUTE_MS;
    return { startsAtMs, endsAtMs: startsAtMs + minutes * MINUTE_MS };
  };
  const usual = { estateId: OSMANTHUS, host: '邻礼桂花里店', contact: '小马' };
  return [
    {
      ...usual,
      ...{ title: '周末集市', line: '尝冬枣、煮水饺，老面馒头现蒸', tint: 'peach', weatherNote: '下雨挪到下周日' },
      ...{ place: '桂花里东门小广场', placeNote: '从 5 号楼走过去 3 分钟', ...at(1, 9 * 60, 150) },
      ...{ pictures: ['dumpling', 'pot', 'tangerine', 'toast', 'apple'], capacity: 120, perHousehold: 3 },
      thanksTemplateId: TEMPLATES.market5,
    },
    {
      ...usual,
      ...{ title: '秋茶品鉴会', line: '三泡桂花乌龙，喝着聊', tint: 'sage', pictures: ['tea'] },
      ...{ place: '物业二楼活动室', ...at(6, 14 * 60 + 30, 120), capacity: 6, perHousehold: 2 },
    },
    {
      ...usual,
      ...{ title: '一起包水饺', line: '馅儿店里备好，包完带走', tint: 'honey', pictures: ['dumpling'] },
      ...{ place: '邻礼店里', ...at(12, 9 * 60 + 30, 150), capacity: 24, perHousehold: 3 },
    },
  ] as const;
}
