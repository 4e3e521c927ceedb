import type { Context } from '../../../platform/context';
import type { Db } from '../../../platform/db';
import type { Head } from '../../campaign';
import { type CouponTemplate, templateOf } from '../../coupon';
import { type Draw, drawVersionId } from '../domain/draw';
import { findSeed, findVersion } from '../store';

/** A draw in the version in force with all that a spin needs; it never changes, so a warm function keeps it. */
export interface KnownDraw {
  readonly draw: Draw;
  readonly seedHex: string;
  /** Templates of its coupon prizes. */
  readonly templates: ReadonlyMap<string, CouponTemplate>;
}

const warm = new WeakMap<Db, Map<string, KnownDraw>>();

/** The newest version that this function has seen; it is used only after the head confirmed it. */
export function warmDraw({ db }: Context, drawId: string): KnownDraw | null {
  return warm.get(db)?.get(drawId) ?? null;
}

/** Null: never published. No round trip when warm. */
export async function knownDraw(context: Context, head: Head, drawId: string): Promise<KnownDraw | null> {
  const version = head.drawVersions[drawId];
  if (version === undefined) return null;
  const remembered = warmDraw(context, drawId);
  if (remembered?.draw.oddsVersion === version) return remembered;
  const [draw, seedHex] = await Promise.all([
    findVersion(context.db, drawVersionId(drawId, version)),
    findSeed(context.db, drawId),
  ]);
  if (!draw || seedHex === null) throw new Error(`draw ${drawId} is published and version ${version} is not there`);
  const known: KnownDraw = { draw, seedHex, templates: await templatesOf(context, draw) };
  const draws = warm.get(context.db) ?? new Map<string, KnownDraw>();
  warm.set(context.db, draws.set(drawId, known));
  return known;
}

async function templatesOf(context: Context, draw: Draw): Promise<Map<string, CouponTemplate>> {
  const ids = draw.prizes.flatMap((prize) => (prize.kind === 'coupon' ? [prize.templateId] : []));
  const found = await Promise.all(ids.map((templateId) => templateOf(context, templateId)));
  return new Map(found.flatMap((template) => (template ? [[template._id, template] as const] : [])));
}
