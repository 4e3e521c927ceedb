/** What the client may name of settlement: types only. Quotes are asked for through the order room. */
export type * from './domain/types';
