import { servePayment } from '../../platform/serve/doors';
import { assembly } from '../../rooms/assembly';

export const main = servePayment(assembly);
