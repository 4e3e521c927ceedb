import { useState } from 'react';
import { type ChosenPicture, choosePictures } from '@/services/upload';

/** The contract takes 3 with a request. */
export const MOST_PICTURES = 3;

export interface Shot extends ChosenPicture {
  readonly state: 'sending' | 'sent' | 'failed';
  readonly fileId: string | null;
}

export interface Pictures {
  shots: readonly Shot[];
  add: () => Promise<void>;
  remove: (url: string) => void;
  /** Sends one again that did not arrive. */
  again: (shot: Shot) => void;
}

/** Pictures are sent as soon as they are chosen, so that nobody waits for them at the end. */
export function usePictures(folder: string): Pictures {
  const [shots, setShots] = useState<readonly Shot[]>([]);
  const change = (url: string, part: Partial<Shot>) =>
    setShots((now) => now.map((shot) => (shot.url === url ? { ...shot, ...part } : shot)));
  const send = async (picture: ChosenPicture): Promise<void> => {
    change(picture.url, { state: 'sending' });
    try {
      change(picture.url, { state: 'sent', fileId: await picture.send() });
    } catch {
      change(picture.url, { state: 'failed' });
    }
  };
  return {
    shots,
    add: async () => {
      const chosen = await choosePictures(MOST_PICTURES - shots.length, folder);
      setShots((now) => [...now, ...chosen.map((one) => ({ ...one, state: 'sending' as const, fileId: null }))]);
      for (const picture of chosen) void send(picture);
    },
    remove: (url) => setShots((now) => now.filter((shot) => shot.url !== url)),
    again: (shot) => void send(shot),
  };
}
