import type { Context } from '../../../platform/context';
import type { Db } from '../../../platform/db';
import type { CouponTemplate } from '../domain/template';
import { findTemplate, templatesOnShow } from '../store';

/**
 * A warm function remembers templates this long: what they promise never changes, and a moved window or a new template
 * is seen by everyone within it. Pausing does not wait for it: the head is read by every claim.
 */
const REMEMBER_MS = 30_000;

interface Remembered<T> {
  readonly value: T;
  readonly readAtMs: number;
}

interface Memory {
  readonly templates: Map<string, Remembered<CouponTemplate>>;
  onShow: Remembered<CouponTemplate[]> | null;
}

const memories = new WeakMap<Db, Memory>();

function memoryOf(db: Db): Memory {
  const known = memories.get(db);
  if (known) return known;
  const fresh: Memory = { templates: new Map(), onShow: null };
  memories.set(db, fresh);
  return fresh;
}

const isFresh = (remembered: Remembered<unknown> | null | undefined, nowMs: number): boolean =>
  remembered != null && nowMs >= remembered.readAtMs && nowMs - remembered.readAtMs < REMEMBER_MS;

/** Null: there is none. No round trip when warm. */
export async function templateOf(
  { db, nowMs }: Pick<Context, 'db' | 'nowMs'>,
  templateId: string,
): Promise<CouponTemplate | null> {
  const { templates } = memoryOf(db);
  const known = templates.get(templateId);
  if (known && isFresh(known, nowMs)) return known.value;
  const found = await findTemplate(db, templateId);
  if (found) templates.set(templateId, { value: found, readAtMs: nowMs });
  else templates.delete(templateId);
  return found;
}

export async function shownTemplates({ db, nowMs }: Context): Promise<readonly CouponTemplate[]> {
  const memory = memoryOf(db);
  if (memory.onShow && isFresh(memory.onShow, nowMs)) return memory.onShow.value;
  const found = await templatesOnShow(db, nowMs);
  memory.onShow = { value: found, readAtMs: nowMs };
  for (const template of found) memory.templates.set(template._id, { value: template, readAtMs: nowMs });
  return found;
}
