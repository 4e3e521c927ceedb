import { mkdtempSync, readdirSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { FileStore, isCloudPath } from './file-store';

describe('a cloud path', () => {
  it.each(['a', 'a/b.png', '证明/第 1 张.png', 'x'.repeat(1024)])('%p is legal', (name) => {
    expect(isCloudPath(name)).toBe(true);
  });
  it.each(['', '/a', 'a/', 'a//b', '.', '..', 'a/../b', 'a\\b', 'a\nb', 'x'.repeat(1025)])('%p is not', (name) => {
    expect(isCloudPath(name)).toBe(false);
  });
});

describe.each(['memory', 'disk'])('files in %s', (place) => {
  let dir: string | undefined;
  let files: FileStore;
  beforeEach(() => {
    dir = place === 'disk' ? mkdtempSync(path.join(tmpdir(), 'localcloud-files-')) : undefined;
    files = new FileStore('env.bucket', dir);
  });
  afterEach(() => dir && rmSync(dir, { recursive: true }));
  const file = { cloudPath: 'a/门.bin', contentType: 'image/png', bytes: Buffer.from([0, 10, 13, 255]) };

  it('are kept byte for byte, replaced, and removed once', async () => {
    await files.put(file);
    expect(await files.get('a/门.bin')).toEqual(file);
    await files.put({ ...file, bytes: Buffer.from('new') });
    expect((await files.get('a/门.bin'))?.bytes.toString()).toBe('new');
    expect([await files.remove('a/门.bin'), await files.remove('a/门.bin')]).toEqual([true, false]);
    expect(await files.get('a/门.bin')).toBeUndefined();
  });

  it('have an id of this environment', () => {
    expect(files.cloudPathOf(files.fileIdOf('a/b'))).toBe('a/b');
    for (const id of ['cloud://other.bucket/a', 'cloud://env.bucket/../a', 'https://x/a', 'cloud://env.bucket/'])
      expect(files.cloudPathOf(id)).toBeUndefined();
  });

  it('are signed by path and purpose', () => {
    const signature = files.sign('upload', 'a');
    expect(files.isSigned('upload', 'a', signature)).toBe(true);
    expect(files.isSigned('upload', 'b', signature)).toBe(false);
    expect(files.isSigned('read', 'a', signature)).toBe(false);
    expect(files.isSigned('upload', 'a', '')).toBe(false);
  });

  it('leave no path on the disk that a name could steer', async () => {
    await files.put(file);
    if (dir !== undefined) expect(readdirSync(dir)).toEqual([expect.stringMatching(/^[0-9a-f]{64}$/)]);
  });
});
