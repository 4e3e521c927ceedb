import { ProcessingMode } from 'mingo';
import { Aggregator } from 'mingo/aggregator';
import type { Catalogue, Collection } from './catalogue';
import { queryRefused } from './errors';
import { distanceMeters, geometryAt, positionOf, requirePosition } from './geo';
import { metersOf } from './geo-operators';
import { MINGO_OPTIONS } from './mingo';
import { asRefusal, compileQuery } from './query';
import { type Reader, requireGeoIndex } from './reader';
import { parseOrder } from './sort';
import { type Doc, type Fields, isFields, type Value } from './values';

/** The stages that the SDK has (platform-protocol, 3.3); others do not exist for a cloud function. */
const STAGES = new Set(
  '$addFields $bucket $bucketAuto $count $geoNear $group $limit $lookup $match $project $replaceRoot $sample $skip $sort $sortByCount $unwind'.split(
    ' ',
  ),
);

/** Results without a `$limit` stage, and the most with one (platform.md, limits). */
export const AGGREGATE_DEFAULT = 20;
export const AGGREGATE_MAX = 10_000;

/** One stage, e.g. `{$match: {…}}`. */
export type Stage = Fields;

/** @throws StoreError for unknown stages and malformed ones. */
export function aggregate(reader: Reader, catalogue: Catalogue, collection: Collection, stages: Stage[]): Fields[] {
  stages.forEach(checkStage);
  const { docs, rest } = readFirst(reader, collection, stages);
  const everything = compileQuery({});
  const hasLookup = rest.some((stage) => '$lookup' in stage);
  const options = {
    ...MINGO_OPTIONS,
    // A lookup runs its pipeline over the same joined documents again and again: it must not change them.
    processingMode: hasLookup ? ProcessingMode.CLONE_INPUT : ProcessingMode.CLONE_OFF,
    collectionResolver: (name: string) => reader.find(catalogue.get(name), everything),
  };
  const results = rest.length === 0 ? docs : asRefusal(() => new Aggregator(rest, options).run<Fields>(docs));
  const isLimited = stages.some((stage) => '$limit' in stage);
  return results.slice(0, isLimited ? AGGREGATE_MAX : AGGREGATE_DEFAULT);
}

function checkStage(stage: Stage, position: number): void {
  const [name, extra] = Object.keys(stage);
  if (name === undefined || extra !== undefined)
    throw queryRefused('A pipeline stage specification object must contain exactly one field.');
  if (!STAGES.has(name)) throw queryRefused(`Unrecognized pipeline stage name: '${name}'`);
  if (name === '$geoNear' && position > 0)
    throw queryRefused('$geoNear is only valid as the first stage in a pipeline.');
  if (name === '$limit' && !isCount(stage[name], 1)) throw queryRefused('the limit must be positive');
  if (name === '$skip' && !isCount(stage[name], 0)) throw queryRefused('Argument to $skip cannot be negative');
  const operand = stage[name];
  if (name === '$match' && isFields(operand)) compileQuery(operand);
  if (name === '$lookup' && isFields(operand)) checkPipeline(operand.pipeline);
}

/** A lookup's own pipeline knows the same stages. */
function checkPipeline(pipeline: Value | undefined): void {
  if (pipeline === undefined) return;
  if (!Array.isArray(pipeline) || !pipeline.every(isFields))
    throw queryRefused("'pipeline' option must be an array of stages");
  pipeline.forEach(checkStage);
}

const isCount = (value: Value | undefined, least: number): boolean =>
  typeof value === 'number' && Number.isInteger(value) && value >= least;

/** The first stages are answered by the finder, so that they use indexes. */
function readFirst(reader: Reader, collection: Collection, stages: Stage[]): { docs: Doc[]; rest: Stage[] } {
  const [first, ...others] = stages;
  if (first?.$geoNear !== undefined) return { docs: geoNear(reader, collection, first.$geoNear), rest: others };
  const match = first?.$match;
  const query = compileQuery(isFields(match) ? match : {});
  const rest = match === undefined ? stages : others;
  const sort = rest[0]?.$sort;
  if (!isFields(sort)) return { docs: reader.find(collection, query), rest };
  return { docs: reader.find(collection, query, { order: parseOrder(sort) }), rest: rest.slice(1) };
}

function geoNear(reader: Reader, collection: Collection, operand: Value): Doc[] {
  if (!isFields(operand)) throw queryRefused('$geoNear requires an object');
  const { distanceField, includeLocs, query, key } = operand;
  if (typeof distanceField !== 'string') throw queryRefused("$geoNear requires a 'distanceField' option as a String");
  const path = typeof key === 'string' ? key : collection.indexes.flatMap(({ geoFields }) => geoFields)[0];
  requireGeoIndex(collection, path);
  const center = requirePosition(operand.near, '$geoNear');
  const least = metersOf(operand.minDistance, 0, 'minDistance');
  const most = metersOf(operand.maxDistance, Infinity, 'maxDistance');
  const factor = typeof operand.distanceMultiplier === 'number' ? operand.distanceMultiplier : 1;
  const found: { doc: Doc; meters: number }[] = [];
  for (const doc of reader.find(collection, compileQuery(isFields(query) ? query : {}))) {
    const place = geometryAt(doc, path ?? '');
    const position = positionOf(place);
    const meters = position ? distanceMeters(position, center) : Number.NaN;
    if (!(meters >= least && meters <= most)) continue;
    setAt(doc, distanceField, meters * factor);
    if (typeof includeLocs === 'string' && place !== undefined) setAt(doc, includeLocs, place);
    found.push({ doc, meters });
  }
  const limit = operand.limit ?? operand.num;
  found.sort((a, b) => a.meters - b.meters);
  return found.slice(0, typeof limit === 'number' ? limit : Infinity).map(({ doc }) => doc);
}

function setAt(doc: Fields, path: string, value: Value): void {
  const steps = path.split('.');
  const last = steps.pop() ?? path;
  let current = doc;
  for (const step of steps) {
    const next = current[step];
    const inner: Fields = isFields(next) ? next : {};
    current[step] = inner;
    current = inner;
  }
  current[last] = value;
}
