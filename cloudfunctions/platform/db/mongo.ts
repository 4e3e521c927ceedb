import { flattenUpdate, flattenWhere } from './flatten';
import { Change, type Comparison, Condition, type Json, type Update, type Where } from './terms';

type Plain = { [key: string]: unknown };

const OPERATOR: Record<Exclude<Comparison, 'between'>, string> = {
  atLeast: '$gte',
  atMost: '$lte',
  above: '$gt',
  below: '$lt',
  not: '$ne',
  oneOf: '$in',
  exists: '$exists',
};

function condition(term: Condition): Plain {
  if (term.comparison !== 'between') return { [OPERATOR[term.comparison]]: term.operand };
  const [from, to] = term.operand as readonly Json[];
  return { $gte: from, $lt: to };
}

/** The query document that the SDK puts on the wire for the same terms; used where the engine is driven without the SDK. */
export function mongoQuery(where: Where): Plain {
  const query: Plain = {};
  for (const { path, term } of flattenWhere(where))
    query[path.join('.')] = term instanceof Condition ? condition(term) : term;
  return query;
}

/** The update document for the same terms. */
export function mongoUpdate(update: Update): Plain {
  const groups: { [operator: string]: Plain } = {};
  const put = (operator: string, path: readonly string[], value: unknown) => {
    const group = groups[operator] ?? {};
    group[path.join('.')] = value;
    groups[operator] = group;
  };
  for (const { path, term } of flattenUpdate(update)) {
    if (!(term instanceof Change) || term.alteration === 'set')
      put('$set', path, term instanceof Change ? term.operand : term);
    else if (term.alteration === 'add') put('$inc', path, term.operand);
    else put('$unset', path, '');
  }
  return groups;
}
