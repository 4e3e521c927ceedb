import { create } from 'zustand';

interface AddressChoice {
  /** The address chosen for the order at the till; null: the default one. */
  chosenId: string | null;
  choose: (addressId: string | null) => void;
}

/** Which address the next order goes to, while the resident moves between till and address book. */
export const useAddressChoice = create<AddressChoice>((set) => ({
  chosenId: null,
  choose: (chosenId) => set({ chosenId }),
}));
