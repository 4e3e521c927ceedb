import type { Db } from '../../../platform/db';
import { maskName, type Resident, residentsOf } from '../../account';
import type { Face, Faces } from '../domain/winners';

/** As neighbours know them, by their default address: building and the masked name. One round trip; none for nobody. */
export async function facesOf(db: Db, residentIds: readonly string[]): Promise<Faces> {
  const ids = [...new Set(residentIds)];
  if (ids.length === 0) return new Map();
  const residents = await residentsOf(db, ids);
  return new Map(
    [...residents].flatMap(([residentId, resident]) => {
      const face = faceOf(resident);
      return face ? [[residentId, face] as const] : [];
    }),
  );
}

function faceOf({ addresses }: Pick<Resident, 'addresses'>): Face | null {
  const home = Object.values(addresses).find(({ isDefault }) => isDefault);
  if (!home) return null;
  const { estateId, estateName, building, contactName } = home;
  return { estateId, estateName, building, maskedName: maskName(contactName) };
}
