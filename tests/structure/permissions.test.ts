import { codeFiles, textFiles } from '../../tools/checks/files';

/** Methods of the WeChat port and the open API that each of them calls. */
const OPEN_API = {
  codeUnlimited: 'wxacode.getUnlimited',
  checkText: 'security.msgSecCheck',
  createActivityId: 'updatableMessage.createActivityId',
  setUpdatableMessage: 'updatableMessage.setUpdatableMsg',
  sendSubscribeMessage: 'subscribeMessage.send',
} as const;

/** What a resident publishes is checked in one place for all rooms. */
const CALLERS = /^cloudfunctions\/(rooms\/|platform\/published\.ts)(?!.*\.test\.)/;

const calledByRooms = (): string[] => {
  const rooms = codeFiles().filter(({ path }) => CALLERS.test(path));
  return Object.entries(OPEN_API)
    .filter(([method]) => rooms.some(({ text }) => text.includes(`wechat.${method}(`)))
    .map(([, api]) => api);
};

const permitted = (): string[] => {
  const configs = textFiles().filter(({ path }) => /^cloudfunctions\/functions\/[a-z]+\/config\.json$/.test(path));
  expect(configs).toHaveLength(4);
  return configs.flatMap(({ text }) => JSON.parse(text).permissions.openapi as string[]);
};

test('the 4 functions may call the open APIs that a room calls, and no other', () => {
  expect([...new Set(permitted())].sort()).toEqual(calledByRooms().sort());
});
