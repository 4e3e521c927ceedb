import path from 'node:path';

export const root = path.resolve(__dirname, '../..');
export const dist = path.join(root, 'dist');
export const stamps = path.join(dist, '.stamp');

export const fromRoot = (...parts: string[]): string => path.join(root, ...parts);
