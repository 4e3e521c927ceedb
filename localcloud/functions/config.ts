import { existsSync, readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';

/** Platform default and bounds of a function's time limit, in seconds (CloudBase allows 1–60). */
const DEFAULT_TIMEOUT_S = 20;
const MAX_TIMEOUT_S = 60;

export interface TimerTrigger {
  name: string;
  /** 7-field cron in UTC+8. */
  cron: string;
}

export interface FunctionConfig {
  timeoutMs: number;
  /** Names allowed to `cloud.openapi`, e.g. `subscribeMessage.send`. */
  openapi: readonly string[];
  triggers: readonly TimerTrigger[];
}

/** Reads one function's config.json as WeChat's tools do. Throws, naming the file, when it says something the platform refuses. */
export function readFunctionConfig(functionDir: string): FunctionConfig {
  const file = path.join(functionDir, 'config.json');
  const raw: unknown = existsSync(file) ? JSON.parse(readFileSync(file, 'utf8')) : {};
  const config = record(raw, file);
  return {
    timeoutMs: timeoutOf(config.timeout, file) * 1000,
    openapi: openapiOf(config.permissions, file),
    triggers: triggersOf(config.triggers, file),
  };
}

/** Names of the folders that hold an index.js. */
export function listFunctions(functionsDir: string): string[] {
  if (!existsSync(functionsDir)) return [];
  return readdirSync(functionsDir, { withFileTypes: true })
    .filter((entry) => entry.isDirectory() && existsSync(path.join(functionsDir, entry.name, 'index.js')))
    .map((entry) => entry.name)
    .sort();
}

function timeoutOf(value: unknown, file: string): number {
  if (value === undefined) return DEFAULT_TIMEOUT_S;
  if (typeof value === 'number' && Number.isInteger(value) && value >= 1 && value <= MAX_TIMEOUT_S) return value;
  throw new Error(`${file}: timeout must be a whole number of seconds from 1 to ${MAX_TIMEOUT_S}`);
}

function openapiOf(value: unknown, file: string): string[] {
  if (value === undefined) return [];
  const list = record(value, file).openapi ?? [];
  if (!Array.isArray(list) || list.some((name) => typeof name !== 'string')) {
    throw new Error(`${file}: permissions.openapi must be a list of names`);
  }
  return list;
}

function triggersOf(value: unknown, file: string): TimerTrigger[] {
  if (value === undefined) return [];
  if (!Array.isArray(value)) throw new Error(`${file}: triggers must be a list`);
  if (value.length > 1) throw new Error(`${file}: the platform allows one trigger a function`);
  return value.map((entry) => {
    const trigger = record(entry, file);
    if (trigger.type !== 'timer' || typeof trigger.name !== 'string' || typeof trigger.config !== 'string') {
      throw new Error(`${file}: a trigger is {"name": …, "type": "timer", "config": <7-field cron>}`);
    }
    return { name: trigger.name, cron: trigger.config };
  });
}

function record(value: unknown, file: string): Record<string, unknown> {
  if (typeof value === 'object' && value !== null && !Array.isArray(value)) return value as Record<string, unknown>;
  throw new Error(`${file}: expected an object`);
}
