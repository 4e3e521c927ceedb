import { LocalClock } from './clock';

describe('LocalClock', () => {
  const machine = { ms: 1_000_000 };
  const clock = () => new LocalClock(5_000_000, () => machine.ms);

  it('starts where it is told and walks with the machine', () => {
    const local = clock();
    expect(local.nowMs()).toBe(5_000_000);
    machine.ms += 250;
    expect(local.nowMs()).toBe(5_000_250);
    machine.ms -= 250;
  });

  it('adds up: 1 h and 1 day forward', () => {
    const local = clock();
    local.advance(3_600_000);
    local.advance(86_400_000);
    expect(local.offsetMs()).toBe(4_000_000 + 90_000_000);
    expect(local.nowMs()).toBe(95_000_000);
  });

  it.each([-1, 0.5, Number.NaN, Number.POSITIVE_INFINITY])('refuses to advance by %p ms', (ms) => {
    expect(() => clock().advance(ms)).toThrow(RangeError);
  });

  it('moves to the present or later, not 1 ms earlier', () => {
    const local = clock();
    local.moveTo(5_000_000);
    local.moveTo(6_000_000);
    expect(local.nowMs()).toBe(6_000_000);
    expect(() => local.moveTo(5_999_999)).toThrow('forward only');
  });
});
