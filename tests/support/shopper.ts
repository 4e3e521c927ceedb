import { OSMANTHUS } from '../../tools/seed/base';
import { dataOf } from './launch-shop';
import type { World } from './world';

type Saved = { readonly addresses: readonly { readonly addressId: string }[] };

/** Someone moves into 桂花里 3 号楼 1203 of the launch shop; returns the address. */
export async function settle(world: World, name: string): Promise<string> {
  const home = { estateId: OSMANTHUS, building: '3 号楼', room: '1203', contactName: '周女士', phone: '13800138000' };
  await world.call(name, 'account.session', {});
  await world.call(name, 'account.chooseEstate', { estateId: OSMANTHUS });
  const saved = await world.call(name, 'account.saveAddress', { ...home, isDefault: true }, world.key());
  return dataOf<Saved>(saved).addresses[0]?.addressId ?? '';
}
