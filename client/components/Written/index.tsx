import { Textarea, View } from '@tarojs/components';
import './index.scss';

export interface WrittenProps {
  id: string;
  value: string;
  /** Characters that the contract takes. */
  most: number;
  hint: string;
  /** Lines that are seen at once; more can be scrolled. */
  lines?: 2 | 3;
  onChange: (text: string) => void;
}

/** A few words in a well of their own. */
export function Written({ id, value, most, hint, lines = 2, onChange }: WrittenProps) {
  return (
    <View className="ll-written">
      <Textarea
        id={id}
        className={`ll-written__text ll-written__text--${lines}`}
        maxlength={most}
        value={value}
        placeholder={hint}
        placeholderClass="ll-written__hint"
        disableDefaultPadding
        onInput={(event) => onChange(event.detail.value)}
      />
    </View>
  );
}
