import { refundSteps } from './refund-steps';

const phases = (...args: Parameters<typeof refundSteps>) => refundSteps(...args).map(({ phase }) => phase);

describe('a refund as dots in a row', () => {
  test('asked for after delivery: four steps, and it stands at the first', () =>
    expect(phases({ state: 'asked', cause: 'after-sales' })).toEqual(['now', 'wait', 'wait', 'wait']));

  test('a cancelled order asks nobody: three steps', () =>
    expect(phases({ state: 'due', cause: 'cancel' })).toEqual(['now', 'wait', 'wait']));

  test('taken by WeChat: all before it are done', () =>
    expect(phases({ state: 'accepted', cause: 'after-sales' })).toEqual(['done', 'done', 'now', 'wait']));

  test('arrived: all are done, by hand too', () => {
    expect(phases({ state: 'succeeded', cause: 'lines' })).toEqual(['done', 'done', 'done']);
    expect(refundSteps({ state: 'transferred', cause: 'after-sales' })[3]).toEqual({ text: '转给您了', phase: 'done' });
  });

  test('refused by WeChat: trouble there, and nothing after it is promised', () =>
    expect(phases({ state: 'refused', cause: 'after-sales' })).toEqual(['done', 'done', 'trouble', 'wait']));

  test.each(['declined', 'withdrawn'] as const)('%s: no way is shown', (state) =>
    expect(refundSteps({ state, cause: 'after-sales' })).toEqual([]),
  );
});
