import type { QuoteLine } from '../quote';

/** Units of one SKU at one price, after steps 1 and 2: a line of the quote to come. What is paid and its points come in last. */
export type WorkingLine = { -readonly [Field in keyof QuoteLine]: QuoteLine[Field] };
