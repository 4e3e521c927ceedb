/**
 * Where the cashier may send someone back to: a path of this origin. Anything else would make it a door to other sites.
 * @param host the request's Host header, e.g. `localhost:8080`
 */
export function safeReturn(target: string, host: string): string {
  try {
    const url = new URL(target, `http://${host}`);
    if (url.host === host && /^https?:$/.test(url.protocol)) return url.pathname + url.search + url.hash;
  } catch {
    // falls through: not an address
  }
  return '/';
}
