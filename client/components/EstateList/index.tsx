import { Input, View } from '@tarojs/components';
import { a11y } from '@/components/a11y';
import { classes } from '@/components/classes';
import { Icon } from '@/components/Icon';
import { addressWords } from '@/text/areas/address';
import './index.scss';

/** How the shop reaches an estate. */
export type Service = 'served' | 'campaign' | 'none';

export interface EstateRow {
  readonly estateId: string;
  readonly name: string;
  readonly district: string;
  readonly service: Service;
}

export interface EstateListProps {
  estates: readonly EstateRow[];
  search: string;
  onSearch: (text: string) => void;
  chosenId: string | null;
  onChoose: (estate: EstateRow) => void;
}

/** Estates to choose from, the ones that cannot be reached shown with the reason. */
export function EstateList({ estates, search, onSearch, chosenId, onChoose }: EstateListProps) {
  return (
    <View>
      <View className="ll-search">
        <Icon name="search" />
        <Input
          id="estate-search"
          className="ll-search__input"
          value={search}
          placeholder={addressWords.search}
          placeholderClass="ll-search__hint"
          maxlength={40}
          onInput={(event) => onSearch(event.detail.value)}
        />
      </View>
      <View className="ll-card ll-card--cells ll-mt-12">
        {estates.map((estate, index) => (
          <Row
            key={estate.estateId}
            estate={estate}
            first={index === 0}
            chosen={estate.estateId === chosenId}
            onChoose={onChoose}
          />
        ))}
        {estates.length === 0 && (
          <View className="estate-none">
            <View>{addressWords.noEstate}</View>
            <View className="ll-cap">{addressWords.noEstateNote}</View>
          </View>
        )}
      </View>
    </View>
  );
}

interface RowProps {
  estate: EstateRow;
  first: boolean;
  chosen: boolean;
  onChoose: (estate: EstateRow) => void;
}

function Row({ estate, first, chosen, onChoose }: RowProps) {
  const off = estate.service === 'none';
  return (
    <View
      id={`estate-${estate.estateId}`}
      className={classes('ll-cell', first && 'll-cell--first')}
      onClick={off ? undefined : () => onChoose(estate)}
      {...a11y('button')}
    >
      <View className={classes('ll-grow', off && 'll-ink-3')}>
        <View>{estate.name}</View>
        <View className="ll-cap">
          {estate.district}，{addressWords[estate.service]}
        </View>
      </View>
      {chosen && <Icon name="check" className="ll-accent" />}
    </View>
  );
}
