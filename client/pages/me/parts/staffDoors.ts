import type { IconName } from '@/components/Icon';
import type { Route } from '@/services/navigate';

interface StaffDoor {
  readonly id: string;
  readonly icon: IconName;
  readonly text:
    | 'staffBoard'
    | 'staffRefunds'
    | 'staffExchanges'
    | 'staffOrder'
    | 'staffFlyer'
    | 'staffBatches'
    | 'staffFunnel'
    | 'staffGroups'
    | 'staffEvents'
    | 'staffCheckIn'
    | 'staffReferrals'
    | 'staffPayouts'
    | 'staffLetters'
    | 'staffPrizes'
    | 'staffDraws';
  readonly route: Route;
  readonly query?: Readonly<Record<string, string>>;
  /** Whose work it is; the server says who may. */
  readonly roles: readonly string[];
  /** Who has a wider door to the same things. */
  readonly not?: readonly string[];
}

const doors: readonly StaffDoor[] = [
  {
    id: 'staff-board',
    icon: 'store',
    text: 'staffBoard',
    route: 'staffBoard',
    roles: ['shop', 'courier', 'operator', 'owner'],
  },
  { id: 'staff-refunds', icon: 'undo', text: 'staffRefunds', route: 'staffRefunds', roles: ['support', 'owner'] },
  {
    id: 'staff-exchanges',
    icon: 'undo',
    text: 'staffExchanges',
    route: 'staffRefunds',
    query: { only: 'exchange' },
    roles: ['shop', 'courier'],
    not: ['support', 'owner'],
  },
  {
    id: 'staff-order',
    icon: 'search',
    text: 'staffOrder',
    route: 'staffOrder',
    roles: ['shop'],
    not: ['support', 'owner'],
  },
  {
    id: 'staff-prizes',
    icon: 'gift',
    text: 'staffPrizes',
    route: 'staffPrizes',
    roles: ['shop', 'operator', 'owner'],
  },
  { id: 'staff-draws', icon: 'trophy', text: 'staffDraws', route: 'staffDraws', roles: ['operator', 'owner'] },
  {
    id: 'staff-check-in',
    icon: 'scan',
    text: 'staffCheckIn',
    route: 'staffCheckIn',
    roles: ['promoter', 'shop', 'operator', 'owner'],
  },
  {
    id: 'staff-events',
    icon: 'flag',
    text: 'staffEvents',
    route: 'staffEvents',
    roles: ['promoter', 'shop', 'operator', 'owner'],
  },
  {
    id: 'staff-groups',
    icon: 'chat',
    text: 'staffGroups',
    route: 'staffGroups',
    roles: ['promoter', 'shop', 'operator', 'owner'],
  },
  {
    id: 'staff-flyer',
    icon: 'qr',
    text: 'staffFlyer',
    route: 'staffFlyer',
    roles: ['promoter', 'shop', 'operator', 'owner'],
  },

  { id: 'staff-batches', icon: 'grid', text: 'staffBatches', route: 'staffBatches', roles: ['operator', 'owner'] },
  { id: 'staff-funnel', icon: 'flag', text: 'staffFunnel', route: 'staffFunnel', roles: ['operator', 'owner'] },
  {
    id: 'staff-referrals',
    icon: 'users',
    text: 'staffReferrals',
    route: 'staffReferrals',
    roles: ['support', 'operator', 'owner'],
  },
  { id: 'staff-payouts', icon: 'wallet', text: 'staffPayouts', route: 'staffPayouts', roles: ['operator', 'owner'] },
  {
    id: 'staff-letters',
    icon: 'warn',
    text: 'staffLetters',
    route: 'staffLetters',
    roles: ['support', 'operator', 'owner'],
  },
];

export const staffDoorsOf = (roles: readonly string[]): readonly StaffDoor[] =>
  doors.filter(
    (door) => door.roles.some((role) => roles.includes(role)) && !(door.not ?? []).some((role) => roles.includes(role)),
  );
