/** A picture that was chosen and is on this device. */
export interface ChosenPicture {
  /** Its address here, to show it at once. */
  readonly url: string;
  /** Sends it to the cloud's storage. @throws when it did not arrive; it can be sent again */
  readonly send: () => Promise<string>;
}

/** Long side in px: sharp enough to see a crack in an egg, small enough for a lift's signal. */
export const MOST_SIDE_PX = 1_600;
/** Of 100. */
export const JPEG_QUALITY = 80;
