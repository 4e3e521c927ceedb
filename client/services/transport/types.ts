export type Door = 'resident' | 'staff';

/** What every door of the server is sent. */
export interface CallEvent {
  operation: string;
  requestKey?: string;
  input: object;
}

/** Carries one event to a door and brings its answer, unread. Rejects when no answer came: the outcome is unknown then. */
export type Transport = (door: Door, event: CallEvent) => Promise<unknown>;

/** A phone in a lift may come back within seconds; beyond this it is kinder to say so. */
export const patienceMs = 15_000;
