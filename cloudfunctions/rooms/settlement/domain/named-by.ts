import type { Offer } from './input';
import type { IdType, Parameter, ParameterSet } from './parameters';
import { offerKindOf } from './registry';

/** Ids that an offer's parameters name, each once, ascending: who publishes it looks them up. */
export interface Named {
  /** Goods of its sets. */
  readonly skuIds: readonly string[];
  /** Gifts and what stands in for them. */
  readonly giftSkuIds: readonly string[];
  readonly templateIds: readonly string[];
  readonly drawIds: readonly string[];
}

/** Read by the description of the kind, so that a new kind needs nothing here. The parameters must be sound. */
export function namedBy({ kind, parameters }: Pick<Offer, 'kind' | 'parameters'>): Named {
  const found = idsIn(offerKindOf(kind).parameters, parameters);
  const ids = (type: IdType) => [...new Set(found.flatMap((one) => (one.type === type ? [one.id] : [])))].sort();
  return { skuIds: ids('sku'), giftSkuIds: ids('gift-sku'), templateIds: ids('template'), drawIds: ids('draw') };
}

interface NamedId {
  readonly type: IdType;
  readonly id: string;
}

function idsIn(set: ParameterSet, value: unknown): NamedId[] {
  const fields = value as Readonly<Record<string, unknown>>;
  return Object.entries(set).flatMap(([name, parameter]) => {
    const field = fields[name];
    return field === undefined ? [] : idsInOne(parameter, field);
  });
}

function idsInOne(parameter: Parameter, value: unknown): NamedId[] {
  switch (parameter.type) {
    case 'sku':
    case 'gift-sku':
    case 'template':
    case 'draw':
      return [{ type: parameter.type, id: value as string }];
    case 'list':
      return (value as readonly unknown[]).flatMap((row) => idsIn(parameter.of, row));
    case 'fields':
      return idsIn(parameter.of, value);
    case 'variant':
      return idsIn(parameter.of[(value as { form: string }).form] ?? {}, value);
    default:
      return [];
  }
}
