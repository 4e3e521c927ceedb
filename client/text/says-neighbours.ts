import { type Says, say } from './says';
import { whenText } from './times';

/** Codes of the estate's groups and events. */
export const neighbourSayings: Readonly<Record<string, Says>> = {
  EVENT_UNKNOWN: say('没找到这个活动', '可能已经撤下了，看看别的。'),
  EVENT_OVER: say('这次活动已经结束了', '下一次也在这里说。'),
  EVENT_CALLED_OFF: say('这次活动不办了', '原因在活动页上。给您添麻烦了。'),
  EVENT_FULL: (detail) => ({
    title: detail.left ? `只剩 ${detail.left} 个位子了` : '没有多的位子了',
    note: '原来报的还在。少来几位，或者原样不动。',
  }),
  EVENT_LINE_FULL: say('排队的人太多了', '这次轮不到了，看看别的活动。'),
  EVENT_HOUSEHOLD: (detail) => ({ title: `一户最多 ${detail.limit ?? 1} 位`, note: '把人数改少一点就能报。' }),
  EVENT_NOT_SIGNED_UP: say('您没有报这次活动', '刷新一下看看现在怎样。'),
  EVENT_CAME: say('您已经到场了', '名单上记好了，不用再改。'),
  TOO_MANY_CHANGES: say('今天改得太多次了', '明天再改。要紧的事，找活动联系人。'),
  EVENT_EARLY: (detail, nowMs) => ({
    title: '还没开始签到',
    note: detail.opensAtMs
      ? `${whenText(detail.opensAtMs, nowMs)} 开场，提前一小时可以签到。`
      : '开场前一小时可以签到。',
  }),
  EVENT_NO_SEAT: say('这一户没有位子', '还在排队，或者已经说不来了。'),
  EVENT_CODE_UNKNOWN: say('名单上没有这个码', '看看是不是别的活动，或者抄错了一个数。'),
  EVENT_CODE_TWICE: say('这 8 个数有两户一样', '请扫手机上的码。'),
  EVENT_OWN_CODE: say('不能给自己签到', '请别的同事来扫。'),
  EVENT_UNSOUND: say('还不能发布', '把标出来的几处改好，再点一次。'),
  EVENT_CAPACITY: (detail) => ({
    title: '位子只能加，不能减',
    note: `已经发布的位子不能少于 ${detail.least ?? 1} 个。`,
  }),
  EVENT_THANKS_FIXED: say('到场券发布后不能换', '答应邻居的券照给。'),

  GROUP_UNKNOWN: say('没找到这个群', '可能已经散了，看看别的群。'),
  GROUP_TICKET_OLD: say('没认出是哪个群', '回到群里，从卡片重新点进来。'),
  GROUP_SEATS: say('填的人数超过了群的位子', '对着微信群里的人数，再填一次。'),
  TOO_MANY_GROUPS: say('这个小区的群太多了', '先把没人的群收掉几个。'),
};
