import type { OpenApiPair } from './envelope';

/** A file parameter such as imgSecCheck's `media`. */
export interface MediaArg {
  bytes: Buffer;
  filename: string;
}

/** Parameters of one call by their snake_case names: JSON values, and media where a file name came along. */
export class OpenApiArgs {
  private readonly values = new Map<string, unknown>();

  constructor(pairs: readonly OpenApiPair[]) {
    for (const pair of pairs) {
      const value: unknown =
        pair.filename === ''
          ? JSON.parse(pair.value.toString())
          : ({ bytes: pair.value, filename: pair.filename } satisfies MediaArg);
      this.values.set(pair.key, value);
    }
  }

  get(name: string): unknown {
    return this.values.get(name);
  }

  /** '' when absent or not text. */
  text(name: string): string {
    const value = this.values.get(name);
    return typeof value === 'string' ? value : '';
  }

  media(name: string): MediaArg | undefined {
    const value = this.values.get(name);
    return typeof value === 'object' && value !== null && 'bytes' in value ? (value as MediaArg) : undefined;
  }
}
