import { codeFiles } from '../../tools/checks/files';

const client = codeFiles().filter(({ path }) => /^client\/(?!.*\.test\.)/.test(path));
const textOf = (wanted: string): string => client.find(({ path }) => path === wanted)?.text ?? '';

/** Hooks of ours that hold WeChat's: the build sees WeChat's own names alone, so the page's config has to say it. */
const FORWARDS = /\b(useForward|useForwardCard|useMyCard|useCardSharing)\(/;

test('each page with something to forward says in its config that it can be', () => {
  const pages = client.filter(({ path, text }) => /\/pages\/.*index\.tsx$/.test(path) && FORWARDS.test(text));
  expect(pages.length).toBeGreaterThanOrEqual(7);
  const silent = pages.filter(
    ({ path }) => !textOf(path.replace(/\.tsx$/, '.config.ts')).includes('enableShareAppMessage'),
  );
  expect(silent.map(({ path }) => path)).toEqual([]);
});

test('nothing asks for sharing and nothing waits for it: no share button, no menu that is opened, no callback', () => {
  const asks = /open-?[tT]ype=["']share["']|showShareMenu|showShareImageMenu|shareToWeRun|shareFileMessage/;
  expect(client.filter(({ text }) => asks.test(text)).map(({ path }) => path)).toEqual([]);
  // WeChat tells no app whether a person really shared; whoever pretends to know would pay for it.
  expect(
    client.filter(({ text }) => /onShareSuccess|hasShared|afterShare/i.test(text)).map(({ path }) => path),
  ).toEqual([]);
});
