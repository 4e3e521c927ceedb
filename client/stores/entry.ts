import { create } from 'zustand';
import { load, save } from '@/services/storage';

/** How this resident came in: WeChat's scene number, and the flyer's code when it was one. */
export interface Entry {
  scene: number | null;
  flyer: string | null;
}

interface EntryStore extends Entry {
  heard: (entry: Entry) => void;
}

/** The entry of this visit. A flyer's code outlives the visit: who scanned it in the lift may order in the evening. */
export const useEntry = create<EntryStore>((set) => ({
  scene: null,
  flyer: load<string>('flyer') ?? null,
  heard: ({ scene, flyer }) => {
    if (flyer) save('flyer', flyer);
    set((now) => ({ scene, flyer: flyer ?? now.flyer }));
  },
}));

/**
 * A flyer's code from a page's query: WeChat hands the code's text as `scene` (escaped), the browser link names it
 * `scene` or `code`.
 */
export function flyerOf(query: Readonly<Record<string, string | undefined>>): string | null {
  const text = decodeURIComponent(query.scene ?? query.code ?? '');
  return /^[A-Za-z0-9_-]{8,32}$/.test(text) ? text : null;
}
