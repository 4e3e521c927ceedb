import { randomUUID } from 'node:crypto';
import { type FileStore, isCloudPath } from './file-store';

/** How long a temporary address lives when the caller does not say: one day. */
const DEFAULT_MAX_AGE_S = 86_400;
/** At most 50 files a call. */
const MAX_FILES = 50;

export interface WireRefusal {
  code: string;
  message: string;
}
type Answer = { data: unknown } | WireRefusal;

/** The storage.* actions of the wire (platform-protocol 6.4). */
export class StorageActions {
  constructor(
    private readonly files: FileStore,
    private readonly baseUrl: () => string,
    private readonly nowMs: () => number,
  ) {}

  uploadMetadata(body: Record<string, unknown>): Answer {
    const cloudPath = body.path;
    if (typeof cloudPath !== 'string' || !isCloudPath(cloudPath)) return invalid('path is not a legal cloud path');
    const signature = this.files.sign('upload', cloudPath);
    return {
      data: {
        url: `${this.baseUrl()}/files/upload/${encodePath(cloudPath)}`,
        token: 'local-cos-token',
        authorization: signature,
        fileId: this.files.fileIdOf(cloudPath),
        cosFileId: randomUUID(),
      },
    };
  }

  async downloadUrls(body: Record<string, unknown>): Promise<Answer> {
    const list = body.file_list;
    if (!Array.isArray(list) || list.length < 1 || list.length > MAX_FILES)
      return invalid(`file_list: 1 to ${MAX_FILES}`);
    return { data: { download_list: await Promise.all(list.map((entry) => this.downloadUrl(entry))) } };
  }

  async remove(body: Record<string, unknown>): Promise<Answer> {
    const list = body.fileid_list;
    if (!Array.isArray(list) || list.length < 1 || list.length > MAX_FILES)
      return invalid(`fileid_list: 1 to ${MAX_FILES}`);
    return { data: { delete_list: await Promise.all(list.map((fileId) => this.removeOne(String(fileId)))) } };
  }

  /** A signed address of an existing file, valid `maxAgeS` seconds of local time; undefined when there is none. */
  async temporaryUrl(fileId: string, maxAgeS: number): Promise<string | undefined> {
    const cloudPath = this.files.cloudPathOf(fileId);
    if (cloudPath === undefined || (await this.files.get(cloudPath)) === undefined) return undefined;
    const expiresAtMs = this.nowMs() + maxAgeS * 1000;
    const signature = this.files.sign(`read until ${expiresAtMs}`, cloudPath);
    // The SDKs percent-encode this address once more before they fetch it: it must hold nothing that encoding changes.
    const name = Buffer.from(cloudPath).toString('base64url');
    return `${this.baseUrl()}/files/get/${name}?t=${expiresAtMs}&sign=${signature}`;
  }

  private async downloadUrl(entry: { fileid?: unknown; max_age?: unknown }): Promise<Record<string, unknown>> {
    const fileID = String(entry.fileid);
    const maxAge = typeof entry.max_age === 'number' && entry.max_age > 0 ? entry.max_age : DEFAULT_MAX_AGE_S;
    const tempFileURL = await this.temporaryUrl(fileID, maxAge);
    if (tempFileURL === undefined) return { code: 'STORAGE_FILE_NONEXIST', fileID, tempFileURL: '', maxAge };
    return { code: 'SUCCESS', fileID, tempFileURL, maxAge };
  }

  private async removeOne(fileID: string): Promise<{ fileID: string; code: string }> {
    const cloudPath = this.files.cloudPathOf(fileID);
    const removed = cloudPath !== undefined && (await this.files.remove(cloudPath));
    return { fileID, code: removed ? 'SUCCESS' : 'STORAGE_FILE_NONEXIST' };
  }
}

/** Percent-encoded but for the slashes: older SDKs break on anything else in an upload address. */
function encodePath(cloudPath: string): string {
  return cloudPath.split('/').map(encodeURIComponent).join('/');
}

function invalid(message: string): WireRefusal {
  return { code: 'INVALID_PARAM', message };
}
