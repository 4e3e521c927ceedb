import type { EstateGroupsView } from '@rooms/group/contract';
import { Input, View } from '@tarojs/components';
import { useState } from 'react';
import { Button } from '@/components/Button';
import { Cell } from '@/components/Cell';
import { Chip } from '@/components/Chip';
import { Card } from '@/components/Section';
import { Sheet } from '@/components/Sheet';
import { useLoad } from '@/hooks/useLoad';
import { useTap } from '@/hooks/useTap';
import { resident, staff } from '@/services/doors';
import { toast } from '@/services/toast';
import { staffGroupWords as words } from '@/text/areas/staff-groups';
import { toastRefusal } from '@/text/trouble';
import '../index.scss';

interface MakeSheetProps {
  open: boolean;
  estates: readonly EstateGroupsView[];
  onClose: () => void;
  onMade: () => void;
}

const SEATS = { ordinary: 200, wecom: 1_000 } as const;

/** A group that was made in WeChat, noted here; its code comes after. */
export function MakeSheet({ open, estates, onClose, onMade }: MakeSheetProps) {
  const known = useLoad(open ? () => resident.ask('account.estates', {}) : null, [open]);
  const [estateId, setEstateId] = useState<string | null>(null);
  const [kind, setKind] = useState<Kind>('ordinary');
  const [form, setForm] = useState({ name: '', keeper: '', joinWayId: '' });
  const rows = known.data?.rows.filter(({ service }) => service !== 'none') ?? [];
  const estate = rows.find((row) => row.estateId === estateId) ?? rows[0];
  const number = (estates.find((each) => each.estateId === estate?.estateId)?.groups.length ?? 0) + 1;
  const hint = estate ? words.nameHint(estate.name, number) : '';
  const name = form.name.trim() || hint;
  const isWhole = estate !== undefined && form.keeper.trim() !== '';
  const make = useTap(async () => {
    if (!estate) return;
    const joinWayId = form.joinWayId.trim();
    const input = { estateId: estate.estateId, name, keeper: form.keeper.trim(), kind, seats: SEATS[kind] };
    const reply = await staff.act('group.make', 'group.make', { ...input, ...(joinWayId ? { joinWayId } : {}) });
    if (!reply.ok) return toastRefusal(reply);
    toast(words.made);
    setForm({ name: '', keeper: '', joinWayId: '' });
    onMade();
  });
  return (
    <Sheet
      open={open}
      onClose={onClose}
      title={words.makeTitle}
      action={
        <Button size="big" block disabled={!isWhole} busy={make.busy} onTap={() => make.tap()} id="save-group">
          {isWhole ? words.save : words.missing}
        </Button>
      }
    >
      <Chips rows={rows.map((row) => [row.estateId, row.name])} value={estate?.estateId} onPick={setEstateId} />
      <KindChips kind={kind} onPick={setKind} />
      <Card cells className="ll-mt-8">
        <Line
          first
          id="group-name"
          label={words.name}
          hint={hint}
          value={form.name}
          onChange={(v) => setForm({ ...form, name: v })}
        />
        <Line
          id="group-keeper"
          label={words.keeper}
          hint={words.keeperHint}
          value={form.keeper}
          onChange={(v) => setForm({ ...form, keeper: v })}
        />
        {kind === 'wecom' && (
          <Line
            id="group-join-way"
            label={words.joinWay}
            hint={words.joinWayHint}
            value={form.joinWayId}
            onChange={(v) => setForm({ ...form, joinWayId: v })}
          />
        )}
      </Card>
    </Sheet>
  );
}

type Kind = 'ordinary' | 'wecom';

function KindChips({ kind, onPick }: { kind: Kind; onPick: (kind: Kind) => void }) {
  const rows = [
    ['ordinary', words.kind.ordinary],
    ['wecom', words.kind.wecom],
  ] as const;
  return (
    <View className="ll-mt-8">
      <Chips rows={rows} value={kind} onPick={(key) => onPick(key === 'wecom' ? 'wecom' : 'ordinary')} />
      <View className="ll-cap ll-mt-4">{words.kindNote[kind]}</View>
    </View>
  );
}

interface ChipsProps {
  rows: readonly (readonly [key: string, text: string])[];
  value: string | undefined;
  onPick: (key: string) => void;
}

function Chips({ rows, value, onPick }: ChipsProps) {
  return (
    <View className="ll-row">
      {rows.map(([key, text]) => (
        <Chip key={key} id={`pick-${key}`} on={key === value} onTap={() => onPick(key)}>
          {text}
        </Chip>
      ))}
    </View>
  );
}

interface LineProps {
  id: string;
  label: string;
  hint: string;
  value: string;
  first?: boolean;
  onChange: (value: string) => void;
}

function Line({ id, label, hint, value, first, onChange }: LineProps) {
  return (
    <Cell
      {...(first ? { first } : {})}
      lead={<View className="groups-label">{label}</View>}
      title={
        <Input
          id={id}
          className="groups-input"
          value={value}
          maxlength={30}
          placeholder={hint}
          placeholderClass="groups-hint"
          onInput={(event) => onChange(event.detail.value)}
        />
      }
    />
  );
}
