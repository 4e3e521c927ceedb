import { queryRefused } from './errors';
import { areasOf, distanceMeters, EARTH_RADIUS_METERS, geometryAt, isInside, positionOf, requirePosition } from './geo';
import { type Fields, isFields, type Value } from './values';

type Test = (doc: Fields) => boolean;

/** `$nearSphere: {$geometry, $maxDistance?, $minDistance?}` in metres; the order by distance is the finder's work. */
export function nearSphere(path: string, operand: Value): Test {
  const { center, minMeters, maxMeters } = parseNear(operand);
  return (doc) => {
    const position = positionOf(geometryAt(doc, path));
    if (!position) return false;
    const meters = distanceMeters(position, center);
    return meters >= minMeters && meters <= maxMeters;
  };
}

export function parseNear(operand: Value) {
  if (!isFields(operand)) throw queryRefused('$nearSphere requires a point');
  return {
    center: requirePosition(operand.$geometry, '$nearSphere'),
    minMeters: metersOf(operand.$minDistance, 0, '$minDistance'),
    maxMeters: metersOf(operand.$maxDistance, Infinity, '$maxDistance'),
  };
}

export function metersOf(value: Value | undefined, otherwise: number, name: string): number {
  if (value === undefined) return otherwise;
  if (typeof value !== 'number' || !(value >= 0)) throw queryRefused(`${name} must be a non-negative number`);
  return value;
}

/** `$geoWithin`: a Polygon or MultiPolygon, or `$centerSphere: [[lng, lat], radians]`. */
export function geoWithin(path: string, operand: Value): Test {
  if (!isFields(operand)) throw queryRefused('$geoWithin not supported with provided geometry');
  if (operand.$centerSphere !== undefined) return withinCircle(path, operand.$centerSphere);
  const areas = areasOf(operand.$geometry);
  if (!areas) throw queryRefused('$geoWithin not supported with provided geometry');
  return (doc) => {
    const position = positionOf(geometryAt(doc, path));
    return position !== undefined && isInside(position, areas);
  };
}

function withinCircle(path: string, operand: Value): Test {
  const [at, radius] = Array.isArray(operand) ? operand : [];
  const center = requirePosition(at, '$centerSphere');
  if (typeof radius !== 'number' || !(radius >= 0)) throw queryRefused('radius must be a non-negative number');
  return (doc) => {
    const position = positionOf(geometryAt(doc, path));
    return position !== undefined && distanceMeters(position, center) <= radius * EARTH_RADIUS_METERS;
  };
}

/** `$geoIntersects` of stored points and areas with a point, and of stored points with an area. */
export function geoIntersects(path: string, operand: Value): Test {
  const geometry = isFields(operand) ? operand.$geometry : undefined;
  const areas = areasOf(geometry);
  if (areas) {
    return (doc) => {
      const position = positionOf(geometryAt(doc, path));
      return position !== undefined && isInside(position, areas);
    };
  }
  const point = requirePosition(geometry, '$geoIntersects');
  return (doc) => {
    const stored = geometryAt(doc, path);
    const position = positionOf(stored);
    if (position) return position[0] === point[0] && position[1] === point[1];
    const storedAreas = areasOf(stored);
    return storedAreas !== undefined && isInside(point, storedAreas);
  };
}
