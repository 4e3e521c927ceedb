import { createHash, createHmac, randomBytes, timingSafeEqual } from 'node:crypto';
import { mkdirSync } from 'node:fs';
import { readFile, rename, rm, writeFile } from 'node:fs/promises';
import path from 'node:path';

export interface StoredFile {
  cloudPath: string;
  contentType: string;
  bytes: Buffer;
}

/** CloudBase: at most 1,024 bytes, no leading slash, no empty or dotted segment. */
const MAX_PATH_BYTES = 1_024;

export function isCloudPath(cloudPath: string): boolean {
  const segments = cloudPath.split('/');
  const plain = segments.every((segment) => segment !== '' && segment !== '.' && segment !== '..');
  const printable = [...cloudPath].every((character) => character >= ' ' && character !== '\\');
  return plain && printable && Buffer.byteLength(cloudPath) <= MAX_PATH_BYTES;
}

/** Where file bytes lie: a directory, or memory when there is none. Names on disk are hashes, so that no path escapes. */
export class FileStore {
  private readonly memory = new Map<string, StoredFile>();
  /** Signs uploads and temporary addresses; anew at each start, as short-lived as the addresses. */
  private readonly signingKey = randomBytes(32);

  constructor(
    private readonly bucketHost: string,
    private readonly dir: string | undefined,
  ) {
    if (dir !== undefined) mkdirSync(dir, { recursive: true });
  }

  fileIdOf(cloudPath: string): string {
    return `cloud://${this.bucketHost}/${cloudPath}`;
  }

  /** undefined for another environment's or a malformed fileID. */
  cloudPathOf(fileId: string): string | undefined {
    const prefix = `cloud://${this.bucketHost}/`;
    const cloudPath = fileId.startsWith(prefix) ? fileId.slice(prefix.length) : '';
    return isCloudPath(cloudPath) ? cloudPath : undefined;
  }

  async put(file: StoredFile): Promise<void> {
    if (this.dir === undefined) {
      this.memory.set(file.cloudPath, file);
      return;
    }
    // The head line makes one file of bytes and what is known of them; a rename puts both in place at once.
    const head = Buffer.from(`${JSON.stringify({ cloudPath: file.cloudPath, contentType: file.contentType })}\n`);
    const target = this.diskName(this.dir, file.cloudPath);
    const draft = `${target}.${randomBytes(4).toString('hex')}`;
    await writeFile(draft, Buffer.concat([head, file.bytes]), { flush: true });
    await rename(draft, target);
  }

  async get(cloudPath: string): Promise<StoredFile | undefined> {
    if (this.dir === undefined) return this.memory.get(cloudPath);
    const whole = await readFile(this.diskName(this.dir, cloudPath)).catch(() => undefined);
    if (whole === undefined) return undefined;
    const headEnd = whole.indexOf('\n');
    const head = JSON.parse(whole.subarray(0, headEnd).toString()) as { contentType: string };
    return { cloudPath, contentType: head.contentType, bytes: whole.subarray(headEnd + 1) };
  }

  /** False when there was no such file. */
  async remove(cloudPath: string): Promise<boolean> {
    if (this.dir === undefined) return this.memory.delete(cloudPath);
    return rm(this.diskName(this.dir, cloudPath)).then(
      () => true,
      () => false,
    );
  }

  sign(purpose: string, cloudPath: string): string {
    return createHmac('sha256', this.signingKey).update(`${purpose}\n${cloudPath}`).digest('hex');
  }

  isSigned(purpose: string, cloudPath: string, signature: string): boolean {
    const expected = Buffer.from(this.sign(purpose, cloudPath));
    const given = Buffer.from(signature);
    return given.length === expected.length && timingSafeEqual(given, expected);
  }

  private diskName(dir: string, cloudPath: string): string {
    return path.join(dir, createHash('sha256').update(cloudPath).digest('hex'));
  }
}
