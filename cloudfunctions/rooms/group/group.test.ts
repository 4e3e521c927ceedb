import { aWorld, START_MS, type World } from '../../../tests/support/world';
import { DAY_MS, MINUTE_MS } from '../../kernel/period';
import { type Estate, makeAccountRoom, publishEstate, type Resident } from '../account';
import { groupRoom } from '.';
import type { GroupEntryView, StaffGroupView } from './contract';
import type { Group } from './domain/group';

const PICTURE = 'cloud://env.bucket/groups/aaaaaaaaaaaaaaaaaaaaaaaa.jpg';
const guihua: Estate = {
  ...{ _id: 'guihua', name: '桂花里', district: '西湖', street: '桂花路 1 号', buildings: ['1 号楼'] },
  ...{ served: true, distanceMeters: 100, baseFreightFen: 500, rushFeeFen: null },
};

interface Town extends World {
  make(name?: string, seats?: number): Promise<StaffGroupView>;
  see(name: string, not?: string): Promise<GroupEntryView>;
  staff<T>(operation: string, input: object): Promise<T>;
}

async function aTown(): Promise<Town> {
  const world = aWorld([makeAccountRoom({ cartCount: async () => 0 }), groupRoom]);
  await publishEstate(world.context(), guihua);
  world.asStaff('lin', ['shop']);
  const data = async <T>(reply: ReturnType<World['call']>): Promise<T> => {
    const answer = await reply;
    if (!answer.ok) throw new Error(`${answer.code} ${JSON.stringify(answer.detail)}`);
    return answer.data as T;
  };
  const staff = <T>(operation: string, input: object) => data<T>(world.staffCall('lin', operation, input, world.key()));
  const make = async (name = '桂花里邻居群', seats = 200) => {
    const asked = { estateId: 'guihua', name, keeper: '店长 小林', kind: 'ordinary', seats };
    const { groupId } = await staff<StaffGroupView>('group.make', asked);
    return staff<StaffGroupView>('group.picture', { groupId, picture: PICTURE });
  };
  const see = (name: string, not?: string) =>
    data<GroupEntryView>(world.call(name, 'group.entry', { estateId: 'guihua', ...(not ? { not } : {}) }));
  return Object.assign(world, { make, see, staff });
}

const groups = (world: World) => world.engine.dump<Group>('groups');
const alerts = (world: World) => world.engine.dump<{ _id: string; kind: string; detail: object }>('alerts');

test('an estate without a group, or without a code, has nothing to show, and says so', async () => {
  const town = await aTown();
  expect(await town.see('ann')).toMatchObject({ estateName: '桂花里', group: null, canSwap: false });
  await town.staff('group.make', { estateId: 'guihua', name: 'g', keeper: 'l', kind: 'ordinary', seats: 200 });
  expect((await town.see('ann')).group).toBeNull();
});

test('a group of 3 seats fills in the order of its number, then the next one is shown by itself', async () => {
  const town = await aTown();
  await town.make('1 群', 3);
  await town.make('2 群', 200);
  const names = [];
  for (const name of ['a', 'b', 'c', 'd', 'e']) names.push((await town.see(name)).group?.number);
  expect(names).toEqual([1, 1, 1, 2, 2]);
});

test('who opens the page 5 times is one seat and sees the same group, also when it is full by then', async () => {
  const town = await aTown();
  const { groupId } = await town.make('1 群', 1);
  await town.make('2 群');
  for (let n = 0; n < 5; n += 1) expect((await town.see('ann')).group?.groupId).toBe(groupId);
  expect(groups(town).map(({ shown }) => shown)).toEqual([1, 0]);
  expect((await town.see('bob')).group?.number).toBe(2);
});

test('a code made today opens for 7 days less one ms, and not after; then the next group is shown', async () => {
  const town = await aTown();
  await town.make();
  const { group } = await town.see('ann');
  expect(group?.expiresAtMs).toBe(START_MS + 7 * DAY_MS);
  town.advance(7 * DAY_MS - 1);
  expect((await town.see('ann')).group).not.toBeNull();
  town.advance(1);
  expect((await town.see('ann')).group).toBeNull();
  const { groupId } = await town.make();
  expect((await town.see('ann')).group?.groupId).toBe(groupId);
});

test("staff's count replaces the estimate, and the estimate goes on from there", async () => {
  const town = await aTown();
  const { groupId } = await town.make();
  for (const name of ['a', 'b', 'c']) await town.see(name);
  expect((await town.see('a')).group).toMatchObject({ members: 3, seatsLeft: 197 });
  town.advance(1);
  expect(await town.staff('group.count', { groupId, members: 160 })).toMatchObject({ members: 160, seatsLeft: 40 });
  town.advance(1);
  await town.see('d');
  expect((await town.see('a')).group).toMatchObject({ members: 161 });
});

test('201 members of 200 seats are refused; a third group gets number 3, the same key makes one', async () => {
  const town = await aTown();
  const { groupId } = await town.make();
  expect(await town.staffCall('lin', 'group.count', { groupId, members: 201 })).toMatchObject({ code: 'GROUP_SEATS' });
  await town.make();
  const asked = { estateId: 'guihua', name: 'g', keeper: 'l', kind: 'ordinary', seats: 200 };
  const key = town.key();
  const [one, two] = await Promise.all([1, 2].map(() => town.staffCall('lin', 'group.make', asked, key)));
  expect(one).toEqual(two);
  expect(groups(town).map(({ number }) => number)).toEqual([1, 2, 3]);
});

test('an ordinary group of 201 seats is refused: its code admits 200', async () => {
  const town = await aTown();
  const asked = { estateId: 'guihua', name: 'g', keeper: 'l', kind: 'ordinary', seats: 201 };
  expect(await town.staffCall('lin', 'group.make', asked, town.key())).toMatchObject({ code: 'GROUP_SEATS' });
  expect(await town.staffCall('lin', 'group.make', { ...asked, kind: 'wecom' }, town.key())).toMatchObject({
    ok: true,
  });
});

test('two who ask at once for two groups get numbers 1 and 2', async () => {
  const town = await aTown();
  await Promise.all([town.make(), town.make()]);
  expect(groups(town).map(({ number }) => number)).toEqual([1, 2]);
});

test('a swap shows another group; that it does not open is told once for each resident, and is one alert', async () => {
  const town = await aTown();
  const { groupId } = await town.make();
  await town.make();
  await town.see('ann');
  await town.see('bob');
  expect((await town.see('ann', groupId)).group?.number).toBe(2);
  for (const name of ['ann', 'ann', 'bob']) await town.call(name, 'group.tell', { groupId });
  expect(groups(town)[0]?.troubled).toBe(2);
  expect(alerts(town).map(({ kind }) => kind)).toEqual(['GROUP_CODE_DOES_NOT_OPEN']);
  expect(await town.staff('group.picture', { groupId, picture: PICTURE })).toMatchObject({ troubled: 0 });
});

test('the watch alerts before the last one runs out, once, and again when staff has changed something in vain', async () => {
  const town = await aTown();
  const { groupId } = await town.make();
  await town.tick();
  expect(alerts(town)).toEqual([]);
  town.advance(6 * DAY_MS);
  for (let n = 0; n < 3; n += 1) {
    await town.tick();
    town.advance(6 * MINUTE_MS);
  }
  expect(alerts(town)).toMatchObject([
    { kind: 'GROUPS_RUN_OUT', detail: { estateId: 'guihua', attention: 'ends-soon' } },
  ]);
  await town.staff('group.picture', { groupId, picture: PICTURE });
  await town.staff('group.count', { groupId, members: 180 });
  await town.tick();
  expect(alerts(town).map(({ detail }) => detail)).toContainEqual({ estateId: 'guihua', attention: 'few-seats' });
});

test('a show whose count was lost is reckoned by the watch', async () => {
  const town = await aTown();
  await town.make();
  town.advance(1);
  town.db.decide = ({ collection, write }) => (collection === 'groups' && write > 0 ? 'drop' : 'answer');
  await town.see('ann');
  town.db.decide = () => 'answer';
  expect(groups(town)[0]?.shown).toBe(0);
  town.advance(6 * MINUTE_MS);
  await town.tick();
  expect(groups(town)[0]?.shown).toBe(1);
});

test('the entry costs 2 round trips for who comes first, and 1 after', async () => {
  const town = await aTown();
  await town.make();
  await town.see('ann');
  town.db.restart();
  await town.see('bob');
  expect(town.db.meter.sequential).toBeLessThanOrEqual(2);
  town.db.restart();
  await town.see('bob');
  expect(town.db.meter.sequential).toBe(1);
});

describe('a card that is opened in a chat', () => {
  const residentOf = (town: Town) => town.engine.dump<Resident>('residents')[0];

  test("of a group that staff linked: its estate becomes the resident's, the channel is the group", async () => {
    const town = await aTown();
    const { groupId } = await town.make();
    await town.staff('group.link', { groupId, cloudId: 'chat-neighbours' });
    const entered = await town.call('ann', 'group.enter', { cloudId: 'chat-neighbours' });
    expect(entered).toMatchObject({ ok: true, data: { isOurs: true, estateId: 'guihua' } });
    const channelId = `group_${groupId}`;
    expect(residentOf(town)).toMatchObject({ estateId: 'guihua', lastTouch: { channelId, kind: 'group' } });
  });

  test('does not move a resident who has chosen an estate', async () => {
    const town = await aTown();
    await publishEstate(town.context(), { ...guihua, _id: 'lake', name: '湖畔' });
    await town.call('ann', 'account.chooseEstate', { estateId: 'lake' });
    const { groupId } = await town.make();
    await town.staff('group.link', { groupId, cloudId: 'chat-neighbours' });
    const entered = await town.call('ann', 'group.enter', { cloudId: 'chat-neighbours' });
    expect(entered).toMatchObject({ data: { isOurs: true, estateId: 'lake' } });
  });

  test("of a chat that is not the shop's: kept as a channel without an estate", async () => {
    const town = await aTown();
    expect(await town.call('ann', 'group.enter', { cloudId: 'chat-others' })).toMatchObject({
      data: { isOurs: false, estateId: null },
    });
    expect(residentOf(town)?.lastTouch?.channelId).toMatch(/^group_[0-9a-f]{32}$/);
    expect(JSON.stringify(town.engine.dump('residents'))).not.toContain('others');
  });

  test('with a ticket that WeChat does not know: GROUP_TICKET_OLD, and nothing is kept', async () => {
    const town = await aTown();
    expect(await town.call('ann', 'group.enter', { cloudId: 'made-up-ticket' })).toMatchObject({
      code: 'GROUP_TICKET_OLD',
    });
    expect(residentOf(town)).toBeUndefined();
  });

  test('joining, seeing or coming by a group gives nothing: no wallet is touched', async () => {
    const town = await aTown();
    const { groupId } = await town.make();
    await town.staff('group.link', { groupId, cloudId: 'chat-neighbours' });
    await town.see('ann');
    await town.call('ann', 'group.enter', { cloudId: 'chat-neighbours' });
    expect(town.engine.dump('wallets')).toEqual([]);
    expect(groupRoom.effects).toBeUndefined();
  });
});
