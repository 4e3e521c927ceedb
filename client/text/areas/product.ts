import { yuanText } from '../money';
import { pick } from '../pick';

const zh = {
  priceEnds: '这个价还剩',
  save: (fen: number) => `您现在买，每份省 ${yuanText(fen)}`,
  sold: (count: number) => `卖过 ${count} 份`,
  left: (count: number) => `还有 ${count} 份`,
  plenty: '货很足',
  specs: '规格',
  offers: '您能享受的',
  until: (when: string) => `到 ${when}`,
  withOthers: '和别的菜一起算',
  to: '送到',
  chooseEstate: '先选您的小区',
  delivery: '配送',
  returns: '不满意',
  details: '这样东西',
  home: '店铺',
  cart: '购物车',
  add: (fen: number) => `加入购物车　${yuanText(fen)}`,
  soldOut: '卖完了，补货了再来',
  back: '先回去看看别的',
};

const en: typeof zh = {
  priceEnds: 'This price ends in',
  save: (fen) => `You save ${yuanText(fen)} each`,
  sold: (count) => `${count} sold`,
  left: (count) => `${count} left`,
  plenty: 'Plenty left',
  specs: 'Size',
  offers: 'What you get',
  until: (when) => `until ${when}`,
  withOthers: 'Counted together with other goods',
  to: 'To',
  chooseEstate: 'Choose your estate',
  delivery: 'Delivery',
  returns: 'Returns',
  details: 'About it',
  home: 'Shop',
  cart: 'Cart',
  add: (fen) => `Add to cart ${yuanText(fen)}`,
  soldOut: 'Sold out for now',
  back: 'Back to the shop',
};

export const productWords = pick(zh, en);
