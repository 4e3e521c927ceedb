import { en } from './en';
import { type Words, zh } from './zh';

/** The language is chosen when the app is built (`LINLI_LANGUAGE=en`), so a build carries one alone. */
export const words: Words = process.env.LINLI_LANGUAGE === 'en' ? en : zh;
