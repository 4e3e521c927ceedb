import type { HandOverRow } from '@rooms/draw/contract';
import { View } from '@tarojs/components';
import { OfferTag } from '@/components/OfferTag';
import { Card, Section } from '@/components/Section';
import { Tile } from '@/components/Tile';
import { tintOf } from '@/components/Tile/tint-of';
import { serverNowMs } from '@/services/clock';
import { words as common } from '@/text';
import { staffDrawWords as words } from '@/text/areas/staff-draw';
import { clockText } from '@/text/times';
import { rowNote } from './row-note';
import '../index.scss';

interface TodayProps {
  rows: readonly HandOverRow[];
  given: number;
  hasMore: boolean;
}

/** What went over the counter today, refused codes among it. */
export function Today({ rows, given, hasMore }: TodayProps) {
  const me = rows.find(({ isMine }) => isMine)?.staffName;
  return (
    <Section title={words.today(given)} aside={me && words.onMe(me)}>
      {rows.length === 0 ? (
        <View className="ll-note" id="handovers">
          {words.none}
        </View>
      ) : (
        <Card cells id="handovers">
          {rows.map((row) => (
            <Row key={row.rowId} row={row} />
          ))}
        </Card>
      )}
      <View className="ll-foot">{hasMore ? common.loadingMore : words.wrongTries}</View>
    </Section>
  );
}

function Row({ row }: { row: HandOverRow }) {
  const { outcome, title, picture, atMs } = row;
  const shown = picture ?? 'gift';
  return (
    <View className="handover-row">
      <Tile picture={shown} tint={tintOf(shown)} size={44} off={outcome === 'refused'} />
      <View className="ll-grow ll-ml-12">
        <View className="handover-row__head">
          <View className="ll-ell">{title ?? words.refusal.PRIZE_CODE_UNKNOWN}</View>
          <View className="ll-ml-8">
            <OfferTag tone={outcome === 'refused' ? 'danger' : 'save'}>{words.outcome[outcome]}</OfferTag>
          </View>
        </View>
        <View className="ll-cap">{rowNote(row, serverNowMs())}</View>
      </View>
      <View className="ll-cap ll-nowrap ll-ml-8">{clockText(atMs)}</View>
    </View>
  );
}
