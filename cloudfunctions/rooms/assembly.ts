import { assemble } from '../platform/serve/assembly';

/** Every room of the house; the doors offer what these offer. */
export const rooms = [];

export const assembly = assemble(rooms);
