import { queryRefused } from './errors';
import { own } from './paths';
import { type Fields, isFields, type Value } from './values';

/** [longitude, latitude] in degrees. */
export type Position = readonly [number, number];

/** MongoDB's earth radius: `$centerSphere` radians times this are metres. */
export const EARTH_RADIUS_METERS = 6_378_100;

const radians = (degrees: number): number => (degrees * Math.PI) / 180;

/** Great-circle distance by the haversine formula. */
export function distanceMeters(a: Position, b: Position): number {
  const dLatitude = radians(b[1] - a[1]);
  const dLongitude = radians(b[0] - a[0]);
  const h =
    Math.sin(dLatitude / 2) ** 2 + Math.cos(radians(a[1])) * Math.cos(radians(b[1])) * Math.sin(dLongitude / 2) ** 2;
  return 2 * EARTH_RADIUS_METERS * Math.asin(Math.min(1, Math.sqrt(h)));
}

/** The position of a GeoJSON Point, or of a legacy [lng, lat] pair; undefined for anything else. */
export function positionOf(value: Value | undefined): Position | undefined {
  const pair = isFields(value) && value.type === 'Point' ? value.coordinates : value;
  if (!Array.isArray(pair)) return undefined;
  const [longitude, latitude] = pair;
  return typeof longitude === 'number' && typeof latitude === 'number' ? [longitude, latitude] : undefined;
}

/** @throws StoreError when the operand is no point on earth, in MongoDB's words. */
export function requirePosition(value: Value | undefined, operator: string): Position {
  const position = positionOf(value);
  if (!position) throw queryRefused(`${operator} requires a point`);
  const [longitude, latitude] = position;
  if (Math.abs(longitude) > 180 || Math.abs(latitude) > 90)
    throw queryRefused(`longitude/latitude is out of bounds, lng: ${longitude} lat: ${latitude}`);
  return position;
}

/** Rings of a polygon: the outer one, then its holes. */
type Rings = Position[][];

/** The areas of a Polygon or MultiPolygon; undefined for other geometries. */
export function areasOf(geometry: Value | undefined): Rings[] | undefined {
  if (!isFields(geometry) || !Array.isArray(geometry.coordinates)) return undefined;
  if (geometry.type === 'Polygon') return [ringsOf(geometry.coordinates)];
  return geometry.type === 'MultiPolygon' ? geometry.coordinates.map((rings) => ringsOf(rings)) : undefined;
}

function ringsOf(rings: Value): Rings {
  if (!Array.isArray(rings)) throw queryRefused('Polygon coordinates must be an array of rings');
  return rings.map((ring) => {
    const positions = Array.isArray(ring) ? ring.map((position) => requirePosition(position, 'Polygon')) : [];
    const [first, last] = [positions[0], positions.at(-1)];
    if (positions.length < 4 || !first || !last) throw queryRefused('Loop must have at least 3 different vertices');
    if (first[0] !== last[0] || first[1] !== last[1]) throw queryRefused('Loop is not closed');
    return positions;
  });
}

/** Edges are taken as straight in degrees: over a delivery area (tens of km) that is within a metre of the great circle. */
export function isInside(position: Position, areas: Rings[]): boolean {
  return areas.some(([outer, ...holes]) => {
    if (!outer) return false;
    return inRing(position, outer) && !holes.some((hole) => inRing(position, hole) && !onRing(position, hole));
  });
}

function inRing(position: Position, ring: Position[]): boolean {
  if (onRing(position, ring)) return true;
  let inside = false;
  forEachEdge(ring, ([x1, y1], [x2, y2]) => {
    const [x, y] = position;
    if (y1 > y !== y2 > y && x < ((x2 - x1) * (y - y1)) / (y2 - y1) + x1) inside = !inside;
  });
  return inside;
}

function onRing([x, y]: Position, ring: Position[]): boolean {
  let on = false;
  forEachEdge(ring, ([x1, y1], [x2, y2]) => {
    const aligned = (x2 - x1) * (y - y1) === (y2 - y1) * (x - x1);
    if (aligned && x >= Math.min(x1, x2) && x <= Math.max(x1, x2) && y >= Math.min(y1, y2) && y <= Math.max(y1, y2))
      on = true;
  });
  return on;
}

function forEachEdge(ring: Position[], visit: (from: Position, to: Position) => void): void {
  for (let i = 1; i < ring.length; i++) {
    const [from, to] = [ring[i - 1], ring[i]];
    if (from && to) visit(from, to);
  }
}

/** A field by its dotted path, without going into arrays: where a geometry lies. */
export function geometryAt(doc: Fields, path: string): Value | undefined {
  let current: Value | undefined = doc;
  for (const step of path.split('.')) current = isFields(current) ? own(current, step) : undefined;
  return current;
}
