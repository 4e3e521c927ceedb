import type { AddressView } from '@rooms/account/contract';
import { addressWords } from '@/text/areas/address';

export interface AddressForm {
  estateId: string;
  estateName: string;
  building: string;
  room: string;
  contactName: string;
  phone: string;
  isDefault: boolean;
}

export const emptyForm: AddressForm = {
  estateId: '',
  estateName: '',
  building: '',
  room: '',
  contactName: '',
  phone: '',
  isDefault: true,
};

export const formOf = ({ addressId: _, ...fields }: AddressView): AddressForm => fields;

/** What is still missing, in the words the button shows; null: it can be saved. The server checks again. */
export function missingIn(form: AddressForm): string | null {
  if (!form.estateId) return addressWords.missing.estateId;
  if (!form.building.trim()) return addressWords.missing.building;
  if (!form.room.trim()) return addressWords.missing.room;
  if (!form.contactName.trim()) return addressWords.missing.contactName;
  return /^1[3-9]\d{9}$/.test(form.phone) ? null : addressWords.missing.phone;
}
