import { Textarea, View } from '@tarojs/components';

export interface WrittenProps {
  id: string;
  value: string;
  /** Characters that the contract takes. */
  most: number;
  hint: string;
  onChange: (text: string) => void;
}

/** A few words in a well of their own. */
export function Written({ id, value, most, hint, onChange }: WrittenProps) {
  return (
    <View className="staff-written">
      <Textarea
        id={id}
        className="staff-written__text"
        maxlength={most}
        value={value}
        placeholder={hint}
        placeholderClass="staff-written__hint"
        disableDefaultPadding
        onInput={(event) => onChange(event.detail.value)}
      />
    </View>
  );
}
