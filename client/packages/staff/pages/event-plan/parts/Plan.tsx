import { View } from '@tarojs/components';
import { useState } from 'react';
import { Bar } from '@/components/Bar';
import { Button } from '@/components/Button';
import { Cell } from '@/components/Cell';
import { Chip } from '@/components/Chip';
import { Card, Section } from '@/components/Section';
import { Stepper } from '@/components/Stepper';
import { Tile } from '@/components/Tile';
import { useTap } from '@/hooks/useTap';
import { staff } from '@/services/doors';
import { goBack, replace } from '@/services/navigate';
import { toast } from '@/services/toast';
import { staffEventWords as words } from '@/text/areas/staff-events';
import { toastRefusal } from '@/text/trouble';
import { inputOf, type PlanForm } from '../form';
import { Line, Moment } from './Fields';
import '../index.scss';

interface PlanProps {
  eventId: string | null;
  form: PlanForm;
  estates: readonly { readonly estateId: string; readonly name: string }[];
}

/** Most of five stand on the stall's shelf. */
const goods = ['dumpling', 'pot', 'tangerine', 'toast', 'apple', 'tea', 'corn', 'sweetpotato'];
const mostGoods = 5;

export function Plan({ eventId, form: before, estates }: PlanProps) {
  const [form, setForm] = useState(before);
  const set = (part: Partial<PlanForm>) => setForm((now) => ({ ...now, ...part }));
  const input = inputOf(form);
  const save = useTap(async () => {
    if (!input) return;
    const wish = `event.save.${eventId ?? 'new'}`;
    const reply = await staff.act(wish, 'event.save', eventId === null ? input : { eventId, ...input });
    if (!reply.ok) return toastRefusal(reply);
    toast(words.saved);
    if (eventId === null) replace('staffEvent', { id: reply.data.eventId });
    else goBack();
  });
  return (
    <>
      <Words form={form} set={set} />
      <Section title={words.estate}>
        <View className="ll-row">
          {estates.map(({ estateId, name }) => (
            <Chip
              key={estateId}
              id={`estate-${estateId}`}
              on={form.estateId === estateId}
              onTap={() => set({ estateId })}
            >
              {name}
            </Chip>
          ))}
        </View>
      </Section>
      <Place form={form} set={set} />
      <Seats form={form} set={set} />
      <Section title={words.pictures}>
        <Goods picked={form.pictures} onPick={(pictures) => set({ pictures })} />
      </Section>
      <Bar>
        <Button size="big" block disabled={input === null} busy={save.busy} onTap={() => save.tap()} id="save-plan">
          {input === null ? words.missing : words.save}
        </Button>
      </Bar>
    </>
  );
}

interface PartProps {
  form: PlanForm;
  set: (part: Partial<PlanForm>) => void;
}

function Words({ form, set }: PartProps) {
  return (
    <Card cells>
      <Line
        id="title"
        label={words.name}
        hint={words.nameHint}
        value={form.title}
        most={20}
        onChange={(title) => set({ title })}
        first
      />
      <Line id="line" label={words.line} hint={words.lineHint} value={form.line} onChange={(line) => set({ line })} />
    </Card>
  );
}

function Place({ form, set }: PartProps) {
  const { place, placeNote, weatherNote, date, starts, ends } = form;
  return (
    <Card cells>
      <Line
        id="place"
        label={words.where}
        hint={words.whereHint}
        value={place}
        onChange={(v) => set({ place: v })}
        first
      />
      <Line
        id="place-note"
        label={words.whereNote}
        hint={words.whereNoteHint}
        value={placeNote}
        onChange={(v) => set({ placeNote: v })}
      />
      <Moment id="date" mode="date" label={words.date} value={date} onChange={(v) => set({ date: v })} />
      <Moment id="starts" mode="time" label={words.starts} value={starts} onChange={(v) => set({ starts: v })} />
      <Moment id="ends" mode="time" label={words.ends} value={ends} onChange={(v) => set({ ends: v })} />
      <Line
        id="weather"
        label={words.weather}
        hint={words.weatherHint}
        value={weatherNote}
        onChange={(v) => set({ weatherNote: v })}
      />
    </Card>
  );
}

function Seats({ form, set }: PartProps) {
  const { capacity, perHousehold, host, contact, thanksTemplateId } = form;
  return (
    <Card cells>
      <Line
        id="capacity"
        label={words.capacity}
        hint="120"
        value={capacity}
        most={3}
        onChange={(v) => set({ capacity: v })}
        first
      />
      <Cell
        lead={<View className="plan-label">{words.perHousehold}</View>}
        title={
          <View className="ll-flex">
            <Stepper
              value={perHousehold}
              max={5}
              onChange={(v) => set({ perHousehold: v })}
              label={words.perHousehold}
              id="per-household"
            />
          </View>
        }
      />
      <Line
        id="host"
        label={words.host}
        hint={words.hostHint}
        value={host}
        most={20}
        onChange={(v) => set({ host: v })}
      />
      <Line
        id="contact"
        label={words.contact}
        hint={words.contactHint}
        value={contact}
        most={20}
        onChange={(v) => set({ contact: v })}
      />
      <Line
        id="coupon"
        label={words.coupon}
        hint={words.couponHint}
        value={thanksTemplateId}
        onChange={(v) => set({ thanksTemplateId: v })}
      />
    </Card>
  );
}

function Goods({ picked, onPick }: { picked: readonly string[]; onPick: (pictures: readonly string[]) => void }) {
  const toggle = (picture: string) => {
    if (picked.includes(picture)) onPick(picked.filter((each) => each !== picture));
    else if (picked.length < mostGoods) onPick([...picked, picture]);
  };
  return (
    <View className="plan-goods">
      {goods.map((picture) => (
        <View
          key={picture}
          id={`good-${picture}`}
          className={picked.includes(picture) ? 'plan-good plan-good--on' : 'plan-good'}
          onClick={() => toggle(picture)}
        >
          <Tile picture={picture} tint="peach" size={56} />
        </View>
      ))}
    </View>
  );
}
