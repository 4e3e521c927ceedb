import type { Estate } from '../../../cloudfunctions/rooms/account';

const buildings = (count: number): string[] => Array.from({ length: count }, (_, index) => `${index + 1} 号楼`);

export const OSMANTHUS = 'guihuali';
export const LAKESIDE = 'hupan';

/** Two that are served, and one that is not yet: the chooser says so. */
export const ESTATES: readonly Estate[] = [
  {
    _id: OSMANTHUS,
    name: '桂花里小区',
    district: '城西',
    street: '桂花路 18 号',
    buildings: buildings(12),
    served: true,
    distanceMeters: 300,
    baseFreightFen: 500,
    rushFeeFen: 600,
  },
  {
    _id: LAKESIDE,
    name: '湖畔新村',
    district: '城西',
    street: '湖滨路 66 号',
    buildings: buildings(8),
    served: true,
    distanceMeters: 1_200,
    baseFreightFen: 600,
    rushFeeFen: 800,
  },
  {
    _id: 'guihuali_east',
    name: '桂花里东区',
    district: '城西',
    street: '桂花路 21 号',
    buildings: buildings(6),
    served: false,
    distanceMeters: 3_400,
    baseFreightFen: 800,
    rushFeeFen: null,
  },
];
