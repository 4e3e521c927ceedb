import { countText, yuanText } from './money';
import type { Words } from './zh';

export const en: Words = {
  close: 'Close',
  retry: 'Try again',
  goHome: 'Back home',
  stale: 'No connection. This is how it was a moment ago',
  staleOf: (what) => `${what}; below is the last we knew`,
  nothingMore: 'That is all of it',
  loadingMore: 'More is coming',
  countdown: {
    over: 'Closed',
    days: (days) => (days === 1 ? '1 day' : `${days} days`),
  },
  stepper: {
    less: (name) => `${name}, one less`,
    more: (name) => `${name}, one more`,
  },
  search: { go: 'Search' },
  product: {
    soldOut: 'Sold out',
    add: (name) => `Add ${name} to the cart`,
    added: 'In your cart',
    low: (left) => `${left} left`,
    spoken: (face) =>
      [
        face.name,
        `${yuanText(face.priceFen).slice(1)} yuan`,
        face.wasFen === undefined ? '' : `was ${yuanText(face.wasFen).slice(1)} yuan`,
        ...face.tags.map((tag) => tag.text),
      ]
        .filter(Boolean)
        .join(', '),
  },
  coupon: {
    claim: 'Get it',
    use: 'Use it',
    gone: 'All gone',
    miniClaim: ['Get', 'it'],
    miniUse: ['Use', 'it'],
    stamp: { used: 'Used', expired: 'Expired', revoked: 'Taken back' },
  },
  slip: {
    goods: (count) => `${count} items at list price`,
    freight: 'Delivery',
    free: 'free',
    saved: (fen) => `You save ${yuanText(fen)}`,
  },
  tier: {
    name: { normal: 'Neighbour', silver: 'Silver neighbour', gold: 'Gold neighbour', diamond: 'Diamond neighbour' },
    more: 'What I get',
  },
  wheel: {
    go: 'Spin',
    turning: 'Turning',
    left: (chances) => (chances > 0 ? `${chances} left` : 'After your next order'),
    spoken: (chances) => `Spin, ${chances} left`,
  },
  points: (count) => `${countText(count)} points`,
};
