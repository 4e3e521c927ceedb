import type { Person } from '../../localcloud';
import type { Demo } from './data-folder';

const LAND = 'packages/outreach/pages/land/index';

/** What to open and who to be, in a few lines. */
export function greeting(port: number, demo: Demo | undefined): string {
  const url = `http://localhost:${port}`;
  const rows = demo ? waysIn(url, demo) : [['open', `${url}/`]];
  const widest = Math.max(...rows.map(([label = '']) => columns(label)));
  const lines = rows.map(([label = '', address]) => `  ${label}${' '.repeat(widest - columns(label))}  ${address}`);
  return ['', 'Linli 邻礼 is open:', ...lines, '', 'Ctrl-C stops it; its data stays.', ''].join('\n');
}

function waysIn(url: string, { people, flyerScene }: Demo): string[][] {
  const [newcomer, resident] = people.filter((person) => !person.role);
  const staff = people.find((person) => person.role);
  return [
    ['choose who to be', `${url}/`],
    ...(resident ? [[`a resident, ${resident.name}`, as(url, resident)]] : []),
    ...(newcomer ? [['new, by a flyer', `${as(url, newcomer)}#/${LAND}?scene=${flyerScene}`]] : []),
    ...(staff ? [[`staff, ${staff.name}`, `${as(url, staff)}#/packages/staff/pages/board/index`]] : []),
    ['inspector', `${url}/inspector`],
  ];
}

const as = (url: string, { openid }: Person): string => `${url}/?as=${openid}`;

/** A terminal gives a Chinese character two columns. */
const columns = (text: string): number => [...text].reduce((sum, character) => sum + (character > '\u2e7f' ? 2 : 1), 0);
