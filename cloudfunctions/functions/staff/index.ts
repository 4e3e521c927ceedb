import { serveCalls } from '../../platform/serve/doors';
import { assembly } from '../../rooms/assembly';

export const main = serveCalls('staff', assembly);
