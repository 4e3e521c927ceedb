/**
 * An offer kind describes its parameters as data, with units and bounds. The parameters' type, their validation, the
 * operator's form and the numbers in the resident's label all come from this one description.
 */
export type Parameter =
  /** Amount of fen. */
  | { readonly type: 'fen'; readonly min: number; readonly max: number; readonly optional?: true }
  /** Pay rate in basis points: 8折 = 8,000. */
  | { readonly type: 'bps'; readonly min: number; readonly max: number; readonly optional?: true }
  | { readonly type: 'count'; readonly min: number; readonly max: number; readonly optional?: true }
  /** Minute of the Shanghai day; 1,440 is the midnight that ends it. */
  | { readonly type: 'minute'; readonly min: number; readonly max: number; readonly optional?: true }
  /** Name of a stacking group: of offers (or coupons) in one group, one applies. */
  | { readonly type: 'group'; readonly optional?: true }
  /** Id of a SKU that is sold or given, of a coupon template, of a draw: the form lets the operator choose one. */
  | { readonly type: IdType; readonly optional?: true }
  /** Several fields that belong together. */
  | { readonly type: 'fields'; readonly of: ParameterSet; readonly optional?: true }
  | { readonly type: 'choice'; readonly of: readonly string[]; readonly optional?: true }
  | {
      readonly type: 'list';
      readonly of: ParameterSet;
      readonly min: number;
      readonly max: number;
      readonly optional?: true;
    }
  /** One of several forms, told apart by `form`. */
  | { readonly type: 'variant'; readonly of: Readonly<Record<string, ParameterSet>>; readonly optional?: true };

export type IdType = 'sku' | 'gift-sku' | 'template' | 'draw';

export type ParameterSet = { readonly [name: string]: Parameter };

type VariantOf<V extends Readonly<Record<string, ParameterSet>>> = {
  [Form in keyof V]: { readonly form: Form } & ParametersOf<V[Form]>;
}[keyof V];

type ValueOf<P extends Parameter> = P extends { type: 'list'; of: infer Row extends ParameterSet }
  ? readonly ParametersOf<Row>[]
  : P extends { type: 'variant'; of: infer Forms extends Readonly<Record<string, ParameterSet>> }
    ? VariantOf<Forms>
    : P extends { type: 'choice'; of: readonly (infer Word)[] }
      ? Word
      : P extends { type: 'fields'; of: infer Fields extends ParameterSet }
        ? ParametersOf<Fields>
        : P extends { type: 'group' | IdType }
          ? string
          : number;

/** The type of the parameters that a description describes. */
export type ParametersOf<S extends ParameterSet> = {
  readonly [N in keyof S as S[N] extends { optional: true } ? never : N]: ValueOf<S[N]>;
} & { readonly [N in keyof S as S[N] extends { optional: true } ? N : never]?: ValueOf<S[N]> };

export interface ParameterProblem {
  /** Path of the field, e.g. 'tiers.0.thresholdFen'. */
  readonly field: string;
  readonly problem:
    | 'MISSING'
    | 'UNKNOWN'
    | 'NOT_A_WHOLE_NUMBER'
    | 'OUT_OF_BOUNDS'
    | 'NOT_ONE_OF'
    | 'WRONG_TYPE'
    | 'RULE';
}

/** Finds every problem of an unknown value against a description; an empty list: it is sound. */
export function problemsOf(
  set: ParameterSet,
  value: unknown,
  path = '',
  ignored: readonly string[] = [],
): ParameterProblem[] {
  if (typeof value !== 'object' || value === null || Array.isArray(value)) return [at(path, 'WRONG_TYPE')];
  const fields = value as Readonly<Record<string, unknown>>;
  const unknown = Object.keys(fields)
    .filter((name) => !Object.hasOwn(set, name) && !ignored.includes(name))
    .map((name) => at(join(path, name), 'UNKNOWN'));
  const known = Object.entries(set).flatMap(([name, parameter]) => {
    const field = fields[name];
    if (field === undefined) return parameter.optional ? [] : [at(join(path, name), 'MISSING')];
    return problemsOfOne(parameter, field, join(path, name));
  });
  return [...unknown, ...known];
}

function problemsOfOne(parameter: Parameter, value: unknown, path: string): ParameterProblem[] {
  switch (parameter.type) {
    case 'choice':
      return parameter.of.includes(value as string) ? [] : [at(path, 'NOT_ONE_OF')];
    case 'group':
      return typeof value === 'string' && /^[a-z0-9_]{1,20}$/.test(value) ? [] : [at(path, 'WRONG_TYPE')];
    case 'sku':
    case 'gift-sku':
    case 'template':
    case 'draw':
      return isId(value) ? [] : [at(path, 'WRONG_TYPE')];
    case 'fields':
      return problemsOf(parameter.of, value, path);
    case 'list': {
      if (!Array.isArray(value)) return [at(path, 'WRONG_TYPE')];
      if (value.length < parameter.min || value.length > parameter.max) return [at(path, 'OUT_OF_BOUNDS')];
      return value.flatMap((row, i) => problemsOf(parameter.of, row, join(path, String(i))));
    }
    case 'variant': {
      const form = (value as { form?: unknown } | null)?.form;
      const set = typeof form === 'string' && Object.hasOwn(parameter.of, form) ? parameter.of[form] : undefined;
      return set ? problemsOf(set, value, path, ['form']) : [at(join(path, 'form'), 'NOT_ONE_OF')];
    }
    default:
      if (!Number.isSafeInteger(value)) return [at(path, 'NOT_A_WHOLE_NUMBER')];
      return (value as number) < parameter.min || (value as number) > parameter.max ? [at(path, 'OUT_OF_BOUNDS')] : [];
  }
}

/** As contracts take ids, so that what an operator enters can be asked for. */
function isId(value: unknown): boolean {
  return typeof value === 'string' && /^(?!__proto__$|constructor$)[a-z0-9_]{1,80}$/.test(value);
}

function at(field: string, problem: ParameterProblem['problem']): ParameterProblem {
  return { field, problem };
}

function join(path: string, name: string): string {
  return path ? `${path}.${name}` : name;
}
