import { shanghaiDate } from '../../cloudfunctions/kernel/period';
import type { BatchView } from '../../cloudfunctions/rooms/outreach/contract';

/** What stands on a flyer around its code: what it brings, how, and what the law wants beside it (until when, for whom). */
export interface Captions {
  readonly title: string;
  readonly gift: string;
  readonly how: string;
  readonly until: string;
  /** So that people and staff know which paper it is: 041 of which printing. */
  readonly number: string;
}

export function captionsOf(batch: BatchView, number: number): Captions {
  const { campaignTitle, templateTitle, estateName, title, expiresAtMs } = batch;
  // The end is exclusive: the last whole day is the one before it.
  const { month, day } = shanghaiDate(expiresAtMs - 1);
  return {
    title: campaignTitle,
    gift: `送您一张券：${templateTitle}`,
    how: '微信扫一扫，领了就能用',
    until: `${month} 月 ${day} 日前有效，每户领一次`,
    number: `${estateName}，${title}，第 ${String(number).padStart(3, '0')} 张`,
  };
}

export const linesOf = ({ title, gift, how, until, number }: Captions): string[] => [title, gift, how, until, number];
