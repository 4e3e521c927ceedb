/**
 * The words of one area in the language of this build. Areas keep both languages side by side in one file:
 * `export const homeWords = pick(zh, en)`; a key that either lacks does not compile.
 */
export function pick<Area>(zh: Area, en: NoInfer<Area>): Area {
  return process.env.LINLI_LANGUAGE === 'en' ? en : zh;
}
