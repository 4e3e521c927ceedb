import { en } from './en';
import { pick } from './pick';
import { zh } from './zh';

/** The app's shared words. The language is chosen when the app is built (`LINLI_LANGUAGE=en`). */
export const words = pick(zh, en);
