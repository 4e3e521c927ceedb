import { builds } from './build';

export default builds('functions');
