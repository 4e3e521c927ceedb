/** Why staff look at a binding before it counts (rules.md section 4): suspicious is not guilty, so it is never refused silently. */
export const DOUBTS = ['SAME_DEVICE', 'BURST', 'ADDRESS_THRICE'] as const;
export type Doubt = (typeof DOUBTS)[number];
