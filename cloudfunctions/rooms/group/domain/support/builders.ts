import { type Group, groupIdOf } from '../group';

/** An ordinary group of 200 seats, nobody in it, with a code that lives for ever in tests. */
export function aGroup(change: Partial<Group> = {}): Group {
  const { estateId = 'guihua', number = 1 } = change;
  return {
    _id: groupIdOf(estateId, number),
    rev: 0,
    estateId,
    number,
    name: `桂花里邻居 ${number} 群`,
    keeper: '店长 小林',
    kind: 'ordinary',
    joinWayId: null,
    seats: 200,
    isOpen: true,
    picture: { fileId: 'cloud://e.b/groups/1.jpg', atMs: 0, expiresAtMs: Number.MAX_SAFE_INTEGER },
    counted: { members: 0, atMs: 0 },
    ...{ shown: 0, troubled: 0, chatId: null },
    ...change,
  };
}
