import { existsSync, readFileSync } from 'node:fs';

/** The three values CloudBase's function security rules know (docs.cloudbase.net/cloud-function/security-rules). */
type InvokeRule = true | false | 'auth != null';
export type InvokeRules = Readonly<Record<string, { invoke: InvokeRule }>>;

/** What holds where nothing is declared: every signed-in client may call every function. */
const PLATFORM_DEFAULT: InvokeRule = 'auth != null';

/** Reads the `functions` part of database.json: `{"*": {"invoke": "auth != null"}, "timer": {"invoke": false}}`. */
export function readInvokeRules(declarationFile: string): InvokeRules {
  if (!existsSync(declarationFile)) return {};
  const declaration = JSON.parse(readFileSync(declarationFile, 'utf8')) as { functions?: unknown };
  return parseInvokeRules(declaration.functions ?? {}, declarationFile);
}

export function parseInvokeRules(value: unknown, source: string): InvokeRules {
  const rules: Record<string, { invoke: InvokeRule }> = {};
  for (const [name, entry] of Object.entries(value as Record<string, { invoke?: unknown }>)) {
    const invoke = entry?.invoke;
    if (invoke !== true && invoke !== false && invoke !== 'auth != null') {
      throw new Error(`${source}: functions.${name}.invoke must be true, false or "auth != null"`);
    }
    rules[name] = { invoke };
  }
  return rules;
}

/** Rules bind clients alone; the pay platform, timers and other functions are not asked. */
export function clientMayInvoke(rules: InvokeRules, functionName: string, openid: string | undefined): boolean {
  const rule = (rules[functionName] ?? rules['*'])?.invoke ?? PLATFORM_DEFAULT;
  return rule === 'auth != null' ? openid !== undefined && openid !== '' : rule;
}
