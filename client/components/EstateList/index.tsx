import { Input, View } from '@tarojs/components';
import { a11y } from '@/components/a11y';
import { classes } from '@/components/classes';
import { Icon } from '@/components/Icon';
import { OfferTag, type TagTone } from '@/components/OfferTag';
import { Card } from '@/components/Section';
import { addressWords } from '@/text/areas/address';
import { dayText, distanceText } from '@/text/times';
import '@/components/Cell/index.scss';
import '@/components/SearchBox/index.scss';
import './index.scss';

/** How the shop reaches an estate. */
export type Service = 'served' | 'campaign' | 'none';

export interface EstateRow {
  readonly estateId: string;
  readonly name: string;
  readonly street: string;
  readonly service: Service;
  /** End of the campaign that reaches it; null unless service is campaign. */
  readonly servedUntilMs: number | null;
  readonly distanceMeters: number;
}

export interface EstateListProps<Row extends EstateRow> {
  estates: readonly Row[];
  chosenId: string | null;
  onChoose: (estate: Row) => void;
}

/** Where to type an estate's or a street's name. */
export function EstateSearch({ search, onSearch }: { search: string; onSearch: (text: string) => void }) {
  return (
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
  );
}

/** Estates to choose from; the ones that cannot be reached are shown with the reason. */
export function EstateList<Row extends EstateRow>({ estates, chosenId, onChoose }: EstateListProps<Row>) {
  return (
    <Card cells>
      {estates.map((estate, index) => (
        <EstateCell
          key={estate.estateId}
          estate={estate}
          first={index === 0}
          chosen={estate.estateId === chosenId}
          onChoose={() => onChoose(estate)}
        />
      ))}
      {estates.length === 0 && (
        <View className="estate-none">
          <View>{addressWords.noEstate}</View>
          <View className="ll-cap">{addressWords.noEstateNote}</View>
        </View>
      )}
    </Card>
  );
}

interface CellProps {
  estate: EstateRow;
  first: boolean;
  chosen: boolean;
  onChoose: () => void;
}

const tones: Readonly<Record<Service, TagTone>> = { served: 'save', campaign: 'gift', none: 'plain' };

function EstateCell({ estate, first, chosen, onChoose }: CellProps) {
  const off = estate.service === 'none';
  return (
    <View
      id={`estate-${estate.estateId}`}
      className={classes('ll-cell estate-cell', first && 'll-cell--first')}
      onClick={off ? undefined : onChoose}
      {...a11y('button')}
    >
      <View className="ll-grow">
        <View className="estate-cell__head">
          <View className={classes('ll-ell', chosen && 'll-strong', off && 'll-ink-3')}>{estate.name}</View>
          <View className="estate-cell__tag">
            <OfferTag tone={tones[estate.service]}>{serviceText(estate)}</OfferTag>
          </View>
        </View>
        <View className="ll-cap ll-ell">{estate.street}</View>
      </View>
      <View className="ll-cap ll-nowrap ll-ml-8">{distanceText(estate.distanceMeters)}</View>
      {chosen && <Icon name="check" className="ll-accent ll-ml-8" />}
    </View>
  );
}

function serviceText({ service, servedUntilMs }: EstateRow): string {
  if (service !== 'campaign' || servedUntilMs === null) return addressWords[service];
  return addressWords.servedUntil(dayText(servedUntilMs - 1));
}
