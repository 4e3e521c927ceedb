import type { BoardPrize, DrawBoard } from '@rooms/draw/contract';
import { View } from '@tarojs/components';
import { useState } from 'react';
import { Button } from '@/components/Button';
import { Card } from '@/components/Section';
import { Sheet } from '@/components/Sheet';
import { Stepper } from '@/components/Stepper';
import { useTap } from '@/hooks/useTap';
import { staff } from '@/services/doors';
import { confirm, toast } from '@/services/toast';
import { staffDrawWords as words } from '@/text/areas/staff-draw';
import { toastRefusal } from '@/text/trouble';
import { percentOfPpm } from './board-notes';
import { type Additions, additionOf, changesOf, consolationPpm, ODDS_STEP_PPM } from './improving';
import '../index.scss';

interface ImproveProps {
  board: DrawBoard;
  onClose: () => void;
  onDone: () => void;
}

/** More units, better odds: a new version, which cannot be taken back. */
export function Improve({ board, onClose, onDone }: ImproveProps) {
  const { drawId, oddsVersion, prizes } = board;
  const [additions, setAdditions] = useState<Additions>({});
  const changes = changesOf(prizes, additions);
  const restPpm = consolationPpm(prizes, additions);
  const missing = changes.length === 0 ? words.improveNothing : restPpm < 0 ? words.consolationShort : null;
  const publish = useTap(async () => {
    const { improveAsk: title, improveContent: content, improveYes: yes } = words;
    if (!(await confirm({ title, content, yes: yes.slice(0, 2) }))) return;
    const reply = await staff.act(`improve.${drawId}`, 'draw.improve', { drawId, oddsVersion, prizes: changes });
    if (!reply.ok) return reply.code === 'BUDGET_GONE' ? toast(words.noBudget) : toastRefusal(reply);
    toast(words.improved);
    onDone();
  });
  return (
    <Sheet
      open
      onClose={onClose}
      title={words.improve}
      action={
        <Button
          size="big"
          block
          disabled={missing !== null}
          busy={publish.busy}
          onTap={() => publish.tap()}
          id="improve-done"
        >
          {missing ?? words.improveYes}
        </Button>
      }
    >
      <View className="ll-note ll-mb-8">{words.improveNote}</View>
      <Card cells>
        {prizes
          .filter(({ consolation }) => !consolation)
          .map((prize) => (
            <Addition
              key={prize.drawPrizeId}
              prize={prize}
              addition={additionOf(additions, prize)}
              onChange={(next) => setAdditions((now) => ({ ...now, [prize.drawPrizeId]: next }))}
            />
          ))}
      </Card>
      <View className="ll-note ll-mb-8">{words.consolation(percentOfPpm(Math.max(restPpm, 0)))}</View>
    </Sheet>
  );
}

interface AdditionProps {
  prize: BoardPrize;
  addition: Additions[string];
  onChange: (next: Additions[string]) => void;
}

function Addition({ prize, addition, onChange }: AdditionProps) {
  const { drawPrizeId, title, unit, count, oddsPpm } = prize;
  return (
    <View className="addition">
      <View className="ll-strong">{title}</View>
      {count !== null && (
        <View className="ll-spread ll-mt-4">
          <View className="ll-note">{words.addUnits(unit)}</View>
          <Stepper
            id={`add-${drawPrizeId}`}
            label={title}
            min={0}
            value={addition.units}
            onChange={(units) => onChange({ ...addition, units })}
          />
        </View>
      )}
      <View className="ll-spread ll-mt-4">
        <View className="ll-note">
          {words.addOdds} {percentOfPpm(oddsPpm + addition.oddsPpm)}
        </View>
        <Stepper
          id={`odds-${drawPrizeId}`}
          label={words.addOdds}
          min={0}
          value={addition.oddsPpm / ODDS_STEP_PPM}
          onChange={(steps) => onChange({ ...addition, oddsPpm: steps * ODDS_STEP_PPM })}
        />
      </View>
    </View>
  );
}
