import { person } from '@/services/person';

/** The browser has no such dialog: the embedded cloud takes the tap as a yes to all of them. */
export async function askToSubscribe(templateIds: readonly string[]): Promise<readonly string[]> {
  try {
    const answer = await fetch('/local/consent', {
      method: 'POST',
      headers: { 'content-type': 'application/json', 'x-local-openid': await person() },
      body: JSON.stringify({ templateIds }),
    });
    return answer.ok ? templateIds : [];
  } catch {
    return [];
  }
}
