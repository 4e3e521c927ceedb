/** A residential estate (小区) that the shop knows, served or not. */
export type Estate = {
  readonly _id: string;
  readonly name: string;
  readonly district: string;
  /** Street and number, as residents look for it. */
  readonly street: string;
  readonly buildings: readonly string[];
  /** Within the shop's own radius. */
  readonly served: boolean;
  readonly distanceMeters: number;
  readonly baseFreightFen: number;
  /** Of express delivery (加急); null: it is not offered here. */
  readonly rushFeeFen: number | null;
};

/** Until when a running campaign's wider radius reaches the estate; null: none does (product.md A3, C9). */
export type WidenedUntilMs = number | null;

export function estateView(estate: Estate, widenedUntilMs: WidenedUntilMs) {
  const { _id, name, district, street, buildings, distanceMeters } = estate;
  const service = serviceOf(estate, widenedUntilMs);
  const servedUntilMs = service === 'campaign' ? widenedUntilMs : null;
  return { estateId: _id, name, district, street, service, servedUntilMs, distanceMeters, buildings };
}

export type Service = 'served' | 'campaign' | 'none';

export function serviceOf(estate: Estate, widenedUntilMs: WidenedUntilMs): Service {
  if (estate.served) return 'served';
  return widenedUntilMs === null ? 'none' : 'campaign';
}

/** Substring of name, street or district, ignoring blanks and case: what people remember of where they live. */
export function matchesEstate(estate: Estate, search: string): boolean {
  const wanted = squeeze(search);
  return [estate.name, estate.street, estate.district].some((field) => squeeze(field).includes(wanted));
}

function squeeze(text: string): string {
  return text.replace(/\s+/g, '').toLowerCase();
}

/** Nearest first; equal distances by id, so that a cursor is exact. */
export function byDistance(a: Estate, b: Estate): number {
  return a.distanceMeters - b.distanceMeters || (a._id < b._id ? -1 : 1);
}
