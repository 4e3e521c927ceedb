import type { NewProduct } from '../../../../cloudfunctions/rooms/catalog';

type Tint = NewProduct['tint'];

export interface Line {
  readonly id: string;
  readonly name: string;
  readonly spec: string;
  readonly listFen: number;
  readonly meta: string;
  readonly text: string;
  readonly words: readonly string[];
  readonly stock?: number;
  readonly tint?: Tint;
  readonly picture?: string;
  readonly from?: string;
  readonly keeps?: string;
  readonly noPromotion?: boolean;
  /** Chilled or frozen on a shelf of goods that keep: it goes bad like what is fresh. */
  readonly goesBad?: true;
  /** A second size: id, spec, list price. */
  readonly also?: readonly [id: string, spec: string, listFen: number];
}

/** Goods cost the shop about this much of their list price; true costs lie in their own collection. */
const COST_SHARE = 0.68;
const costOf = (listFen: number): number => Math.round(listFen * COST_SHARE);

const FRESH_RETURN = '生鲜不支持七天无理由。不新鲜，当面退；收货后 7 天内也能申请售后。';
const DRY_RETURN = '没拆封的，7 天内可以退。';

/** `fresh`: goods that go bad are refunded at the door, not returned without reason (Consumer Law 25). */
export function products(categoryId: string, tint: Tint, fresh: boolean, lines: readonly Line[]): NewProduct[] {
  return lines.map((line) => {
    const { id, name, spec, listFen, meta, text, words, stock = 400, noPromotion = false, also } = line;
    const goesBad = fresh || line.goesBad === true;
    const sku = (skuId: string, size: string, fen: number) => ({
      skuId,
      spec: size,
      listFen: fen,
      floorFen: 0,
      noPromotion,
      ...(goesBad ? { noReturn: true as const } : {}),
      costFen: costOf(fen),
      stock,
    });
    return {
      _id: `p_${id.replace(/_.*$/, '')}`,
      name,
      meta,
      picture: line.picture ?? id.replace(/_.*$/, ''),
      tint: line.tint ?? tint,
      categoryId,
      skus: [sku(id, spec, listFen), ...(also ? [sku(...also)] : [])],
      description: text,
      details: [
        { label: '规格', value: also ? `${spec}、${also[1]}` : spec },
        ...(line.from ? [{ label: '产地', value: line.from }] : []),
        ...(line.keeps ? [{ label: '保存', value: line.keeps }] : []),
      ],
      deliveryNote: '15:00 前下单，当天晚饭前送到',
      returnNote: goesBad ? FRESH_RETURN : DRY_RETURN,
      keywords: [name, ...words],
    };
  });
}
