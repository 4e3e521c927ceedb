import { readFileSync } from 'node:fs';
import Ajv from 'ajv';
import { offerKinds, problemsOfOffer } from '../../cloudfunctions/rooms/settlement';
import schema from '../../tests/cases/case.schema.json';
import type { Case, CaseOffer } from './case';

const validate = new Ajv({ allErrors: true, jsonPointers: false }).compile(schema);

/** A file that is no list of cases; the message names each field that is wrong. */
export class NotCases extends Error {}

/** Cases of a file. A file of one case need not be a list. Throws NotCases. */
export function readCases(file: string): Case[] {
  const value = parse(file);
  const cases: unknown = Array.isArray(value) ? value : [value];
  const problems = problemsOf(cases);
  if (problems.length > 0) throw new NotCases(`${file} is no list of cases:\n  ${problems.join('\n  ')}`);
  return cases as Case[];
}

function parse(file: string): unknown {
  try {
    return JSON.parse(readFileSync(file, 'utf8'));
  } catch (error) {
    throw new NotCases(`${file} cannot be read: ${error}`);
  }
}

/** By the schema first; then each offer by the description of its kind. An empty list: sound. */
export function problemsOf(cases: unknown): string[] {
  if (!validate(cases)) {
    const problems = (validate.errors ?? []).filter(({ keyword }) => keyword !== 'if');
    return [...new Set(problems.map(({ dataPath, message, params }) => said(dataPath, message, params)))];
  }
  return (cases as Case[]).flatMap((one, c) =>
    (one.offers ?? []).flatMap((offer, i) => ofOffer(offer, `[${c}].offers[${i}]`)),
  );
}

function said(dataPath: string, message = 'is wrong', params: object): string {
  const detail = params as { additionalProperty?: string; allowedValues?: readonly unknown[] };
  const more = detail.additionalProperty ?? detail.allowedValues?.join(', ');
  return `${dataPath || 'the file'} ${message}${more === undefined ? '' : `: ${more}`}`;
}

function ofOffer({ kind, parameters }: CaseOffer, at: string): string[] {
  if (!Object.hasOwn(offerKinds, kind)) return [`${at}.kind should be one of: ${Object.keys(offerKinds).join(', ')}`];
  return problemsOfOffer(kind, parameters).map(({ field, problem }) => `${at}.parameters.${field} ${problem}`);
}
