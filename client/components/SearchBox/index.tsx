import { Input, View } from '@tarojs/components';
import { a11y } from '@/components/a11y';
import { Icon } from '@/components/Icon';
import { words } from '@/text';
import './index.scss';

export interface SearchEntryProps {
  hint: string;
  onTap: () => void;
  /** Home's own: outlined in persimmon, with a button. */
  loud?: boolean;
}

/** Looks like a search box and leads to the search page. */
export function SearchEntry({ hint, onTap, loud }: SearchEntryProps) {
  return (
    <View
      className={loud ? 'll-search ll-search--loud' : 'll-search'}
      onClick={onTap}
      id="search-entry"
      {...a11y('search', hint)}
    >
      <Icon name="search" />
      <View className="ll-grow ll-ml-8 ll-ell">{hint}</View>
      {loud && <View className="ll-search__go">{words.search.go}</View>}
    </View>
  );
}

export interface SearchFieldProps {
  value: string;
  hint: string;
  onChange: (text: string) => void;
  onSearch: (text: string) => void;
}

/** The search page's own box. */
export function SearchField({ value, hint, onChange, onSearch }: SearchFieldProps) {
  return (
    <View className="ll-search ll-search--loud">
      <Icon name="search" />
      <Input
        id="search-input"
        className="ll-search__input"
        value={value}
        placeholder={hint}
        placeholderClass="ll-search__hint"
        confirmType="search"
        maxlength={40}
        focus
        onInput={(event) => onChange(event.detail.value)}
        onConfirm={(event) => onSearch(event.detail.value)}
      />
      <View className="ll-search__go" id="search-go" onClick={() => onSearch(value)} {...a11y('button')}>
        {words.search.go}
      </View>
    </View>
  );
}
