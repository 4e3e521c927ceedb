import { serveTimer } from '../../platform/serve/doors';
import { assembly } from '../../rooms/assembly';

export const main = serveTimer(assembly);
