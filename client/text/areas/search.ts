import { pick } from '../pick';

const zh = {
  hint: '搜鲜牛奶、鸡蛋、卷纸',
  past: '您搜过',
  clear: '清空',
  pastNote: '只存在这台手机上，留 30 天',
  hot: '邻居买得多',
  found: (count: number) => `找到 ${count} 样`,
  noneTitle: (text: string) => `店里没有${text}`,
  noneNote: '换个说法试试，或者看看邻居常买的',
  noneAction: '去看邻居常买的',
};

const en: typeof zh = {
  hint: 'Milk, eggs, tissues',
  past: 'You searched',
  clear: 'Clear',
  pastNote: 'Kept on this phone alone, for 30 days',
  hot: 'Neighbours buy',
  found: (count) => (count === 1 ? '1 found' : `${count} found`),
  noneTitle: (text) => `No ${text} in the shop`,
  noneNote: 'Try another word, or see what neighbours buy',
  noneAction: 'See what neighbours buy',
};

export const searchWords = pick(zh, en);
