/** What `heads/head` says of a campaign: the part that this room reads. */
export interface PauseHead {
  readonly stopped: boolean;
  readonly campaigns: {
    readonly [campaignId: string]: {
      readonly paused: boolean;
      readonly pausedOffers: { readonly [id: string]: boolean };
    };
  };
}

/** Everything, its campaign or just this thing is stopped; a campaign that was never published gives nothing. */
export function isPaused(head: PauseHead, campaignId: string | null, id: string): boolean {
  if (head.stopped) return true;
  if (campaignId === null) return false;
  const here = head.campaigns[campaignId];
  return here === undefined || here.paused || here.pausedOffers[id] === true;
}
