import { existsSync, mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { beginDemo, finishDemo, lookInto } from './data-folder';
import { greeting } from './greeting';
import { keepClock, keptNowMs } from './kept-clock';

let folder: string;
beforeEach(() => {
  folder = path.join(mkdtempSync(path.join(tmpdir(), 'linli-start-')), 'data');
});
afterEach(() => rmSync(path.dirname(folder), { recursive: true, force: true }));

const demo = {
  people: [
    { openid: 'o_new', name: '新邻居', note: '' },
    { openid: 'o_zhou', name: '周女士', note: '' },
    { openid: 'o_owner', name: '李店长', note: '', role: '店长' },
  ],
  flyerScene: 'f_1',
};

describe('the data folder', () => {
  test('missing and empty ones are empty', () => {
    expect(lookInto(folder)).toEqual({ state: 'empty' });
    mkdirSync(folder);
    expect(lookInto(folder)).toEqual({ state: 'empty' });
  });

  test('one that was being filled is cut short until it is finished', () => {
    beginDemo(folder);
    expect(lookInto(folder)).toEqual({ state: 'cut-short' });
    finishDemo(folder, demo);
    expect(lookInto(folder)).toEqual({ state: 'demo', demo });
  });

  test('what a try that was cut short left is emptied, nothing else ever is', () => {
    beginDemo(folder);
    writeFileSync(path.join(folder, 'half'), '');
    beginDemo(folder);
    expect(existsSync(path.join(folder, 'half'))).toBe(false);
    finishDemo(folder, demo);
    writeFileSync(path.join(folder, 'orders'), '');
    beginDemo(folder);
    expect(existsSync(path.join(folder, 'orders'))).toBe(true);
  });

  test('data of unknown origin is foreign', () => {
    mkdirSync(folder);
    writeFileSync(path.join(folder, 'data.mdb'), '');
    expect(lookInto(folder)).toEqual({ state: 'foreign' });
  });
});

describe('the clock', () => {
  test('stands after a restart as far ahead as it was moved', () => {
    mkdirSync(folder);
    expect(keptNowMs(folder, 1_000)).toBe(1_000);
    let offsetMs = 0;
    const stop = keepClock(folder, { offsetMs: () => offsetMs });
    offsetMs = 86_400_000;
    stop();
    expect(keptNowMs(folder, 1_000)).toBe(86_401_000);
  });
});

describe('the greeting', () => {
  test('names a resident, the newcomer by flyer, staff and the inspector', () => {
    const lines = greeting(8080, demo);
    expect(lines).toContain('http://localhost:8080/?as=o_zhou');
    expect(lines).toContain('http://localhost:8080/?as=o_new#/packages/outreach/pages/land/index?scene=f_1');
    expect(lines).toContain('http://localhost:8080/?as=o_owner#/packages/staff/pages/board/index');
    expect(lines).toContain('http://localhost:8080/inspector');
  });

  test('without demo data names the door alone', () => {
    expect(greeting(9000, undefined)).toContain('open  http://localhost:9000/');
  });
});
