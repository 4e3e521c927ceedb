import { Input, Picker, View } from '@tarojs/components';
import { Cell } from '@/components/Cell';
import '../index.scss';

interface LineProps {
  id: string;
  label: string;
  hint: string;
  value: string;
  most?: number;
  first?: boolean;
  onChange: (value: string) => void;
}

/** One written line of the plan. */
export function Line({ id, label, hint, value, most = 40, first, onChange }: LineProps) {
  return (
    <Cell
      {...(first ? { first } : {})}
      lead={<View className="plan-label">{label}</View>}
      title={
        <Input
          id={id}
          className="plan-input"
          value={value}
          maxlength={most}
          placeholder={hint}
          placeholderClass="plan-hint"
          onInput={(event) => onChange(event.detail.value)}
        />
      }
    />
  );
}

interface MomentProps {
  id: string;
  mode: 'date' | 'time';
  label: string;
  value: string;
  onChange: (value: string) => void;
}

/** A day or an hour, from the phone's own picker. */
export function Moment({ id, mode, label, value, onChange }: MomentProps) {
  const changed = (event: { readonly detail: { readonly value: string } }) => onChange(event.detail.value);
  const shown = (
    <View className="plan-input" id={id}>
      {value}
    </View>
  );
  return (
    <Cell
      lead={<View className="plan-label">{label}</View>}
      title={
        mode === 'date' ? (
          <Picker mode="date" value={value} onChange={changed}>
            {shown}
          </Picker>
        ) : (
          <Picker mode="time" value={value} onChange={changed}>
            {shown}
          </Picker>
        )
      }
    />
  );
}
