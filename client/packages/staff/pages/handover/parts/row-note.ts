import type { HandOverRow } from '@rooms/draw/contract';
import { staffDrawWords as words } from '@/text/areas/staff-draw';
import { whenText } from '@/text/times';

/** 「3 号楼 王**，报码」; of a refused code its end and why: 「码尾 4407，昨天 18:40 领过」. */
export function rowNote(row: HandOverRow, nowMs: number): string {
  const { who, by, outcome, isMine, staffName, refusal, usedAtMs, codeTail } = row;
  const colleague = isMine ? [] : [outcome === 'brought' ? words.bringer(staffName) : staffName];
  if (outcome !== 'refused') return [...(who ? [who] : []), ...(by ? [words.by[by]] : []), ...colleague].join('，');
  const why = usedAtMs !== null ? words.usedAt(whenText(usedAtMs, nowMs)) : refusal && words.refusal[refusal];
  return [...(codeTail ? [words.codeTail(codeTail)] : []), ...(why ? [why] : []), ...colleague].join('，');
}
