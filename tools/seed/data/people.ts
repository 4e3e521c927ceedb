import type { StaffRole } from '../../../cloudfunctions/platform/context';
import { LAKESIDE, OSMANTHUS } from './estates';

/** Someone to be in the demo. `openid` is what the browser client sends for them. */
export interface Person {
  readonly openid: string;
  readonly name: string;
  readonly note: string;
  readonly role?: string;
}

export interface DemoResident extends Person {
  readonly estateId: string;
  readonly building: string;
  readonly room: string;
  readonly phone: string;
}

export interface DemoStaff extends Person {
  readonly roles: readonly StaffRole[];
}

const at = (estateId: string, building: number, room: string) => ({ estateId, building: `${building} 号楼`, room });

export const ZHOU: DemoResident = {
  openid: 'o_zhou',
  name: '周女士',
  note: '桂花里 3 号楼，买过几次',
  phone: '13800138001',
  ...at(OSMANTHUS, 3, '1203'),
};
export const CHEN: DemoResident = {
  openid: 'o_chen',
  name: '陈叔',
  note: '桂花里 1 号楼，银卡',
  phone: '13800138002',
  ...at(OSMANTHUS, 1, '402'),
};
export const GUI: DemoResident = {
  openid: 'o_gui',
  name: '桂姨',
  note: '桂花里 5 号楼，金卡',
  phone: '13800138003',
  ...at(OSMANTHUS, 5, '602'),
};
export const LIN: DemoResident = {
  openid: 'o_lin',
  name: '林老师',
  note: '湖畔新村 2 号楼，钻石卡',
  phone: '13800138004',
  ...at(LAKESIDE, 2, '1801'),
};

/** The four who have names in the demo, one for each tier. */
export const RESIDENTS: readonly DemoResident[] = [ZHOU, CHEN, GUI, LIN];

/** Neighbours of the history: they win prizes and fill the winners' list. */
export const NEIGHBOURS: readonly DemoResident[] = [
  ['o_wang', '王先生', OSMANTHUS, 3, '501'],
  ['o_zhao', '赵姐', OSMANTHUS, 11, '1102'],
  ['o_sun', '孙大爷', LAKESIDE, 2, '201'],
  ['o_qian', '钱女士', OSMANTHUS, 7, '903'],
  ['o_lixs', '李先生', LAKESIDE, 6, '1504'],
  ['o_zheng', '郑阿姨', OSMANTHUS, 8, '302'],
].map(([openid, name, estateId, building, room], index) => ({
  openid: openid as string,
  name: name as string,
  note: '邻居',
  phone: `1390013900${index + 1}`,
  ...at(estateId as string, building as number, room as string),
}));

export const NEWCOMER: Person = { openid: 'o_new', name: '新邻居', note: '第一次来，扫传单试试' };

export const OWNER: DemoStaff = {
  openid: 'o_owner',
  name: '李店长',
  note: '店长，什么都能做',
  role: '店长',
  roles: ['owner', 'shop'],
};
export const SHOP: DemoStaff = { openid: 'o_shop', name: '阿芳', note: '店员，配货', role: '店员', roles: ['shop'] };
export const COURIER: DemoStaff = {
  openid: 'o_courier',
  name: '阿强',
  note: '配送员',
  role: '配送员',
  roles: ['courier'],
};
export const PROMOTER: DemoStaff = {
  openid: 'o_xiaoma',
  name: '小马',
  note: '地推，贴传单',
  role: '地推',
  roles: ['promoter'],
};
export const SUPPORT: DemoStaff = { openid: 'o_kefu', name: '小何', note: '客服', role: '客服', roles: ['support'] };
export const OPERATOR: DemoStaff = {
  openid: 'o_yunying',
  name: '老吴',
  note: '运营，停活动',
  role: '运营',
  roles: ['operator'],
};

export const STAFF: readonly DemoStaff[] = [OWNER, SHOP, COURIER, PROMOTER, SUPPORT, OPERATOR];

/** Everyone the browser client may be. */
export const PEOPLE: readonly Person[] = [NEWCOMER, ...RESIDENTS, ...STAFF, ...NEIGHBOURS].map(
  ({ openid, name, note, role }: Person) => ({ openid, name, note, ...(role ? { role } : {}) }),
);
