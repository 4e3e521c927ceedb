import { Input, View } from '@tarojs/components';
import { addressWords } from '@/text/areas/address';
import type { AddressForm } from './form';
import './index.scss';

type Written = 'room' | 'contactName' | 'phone';

const asked: Readonly<Record<Written, { label: string; hint: string }>> = {
  room: { label: addressWords.room, hint: addressWords.roomHint },
  contactName: { label: addressWords.name, hint: addressWords.nameHint },
  phone: { label: addressWords.phone, hint: addressWords.phoneHint },
};

interface FieldProps {
  id: string;
  name: Written;
  form: AddressForm;
  onChange: (part: Partial<AddressForm>) => void;
  maxLength: number;
}

/** One written line of the form. */
export function Field({ id, name, form, onChange, maxLength }: FieldProps) {
  return (
    <View className="ll-cell">
      <View className="address-label">{asked[name].label}</View>
      <Input
        id={id}
        className="ll-grow address-input"
        type={name === 'phone' ? 'number' : 'text'}
        maxlength={maxLength}
        value={form[name]}
        placeholder={asked[name].hint}
        placeholderClass="address-hint"
        onInput={(event) => onChange({ [name]: event.detail.value })}
      />
    </View>
  );
}
