import type { PosterView } from '@rooms/referral/contract';
import { nextTick } from '@tarojs/taro';
import { useCallback, useEffect, useRef, useState } from 'react';
import { useTap } from '@/hooks/useTap';
import { openAlbumSetting, type Saved, saveToAlbum } from '@/services/album';
import { type Easel, openEasel } from '@/services/canvas';
import { confirm, toast } from '@/services/toast';
import { referralWords as words } from '@/text/areas/referral';
import { drawPoster } from './draw';
import { posterFace } from './face';
import { POSTER } from './paper';

export const CANVAS = 'poster-canvas';

export interface PosterDesk {
  state: 'drawing' | 'drawn' | 'failed';
  busy: boolean;
  drawAgain: () => void;
  keep: () => void;
}

/** Draws the poster when its canvas stands on the page, and keeps what was drawn. */
export function usePoster(poster: PosterView): PosterDesk {
  const [state, setState] = useState<PosterDesk['state']>('drawing');
  const easel = useRef<Easel | null>(null);
  const draw = useCallback(async () => {
    setState('drawing');
    try {
      easel.current = await openEasel(CANVAS, POSTER);
      await drawPoster(easel.current, posterFace(poster));
      setState('drawn');
    } catch {
      setState('failed');
    }
  }, [poster]);
  useEffect(() => nextTick(() => void draw()), [draw]);
  const keep = useTap(async () => {
    if (easel.current) await keepIt(easel.current);
  });
  return { state, busy: keep.busy, drawAgain: () => void draw(), keep: () => keep.tap() };
}

async function keepIt(easel: Easel): Promise<void> {
  const outcome: Saved = await saveToAlbum(await easel.keep(), words.fileName);
  if (outcome === 'saved') toast(words.saved);
  else if (outcome === 'failed') toast(words.savedNot);
  else if (outcome === 'denied' && (await confirm(words.denied))) await openAlbumSetting();
}
