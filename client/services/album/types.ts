/**
 * How keeping a picture went. cancelled: the person thought better of it. denied: the app may not write into the album, now
 * or since an earlier no.
 */
export type Saved = 'saved' | 'denied' | 'cancelled' | 'failed';
