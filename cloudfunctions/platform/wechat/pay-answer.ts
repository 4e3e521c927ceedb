import type { PayAnswer } from './cloud';

/** The platform did not answer, or not to the question: nothing is known. */
export class PayNoAnswer extends Error {
  constructor(api: string, why: string) {
    super(`WeChat Pay did not answer ${api}: ${why}`);
    this.name = 'PayNoAnswer';
  }
}

/** Numbers of merchants and orders come as text or as number; null where nothing was sent. */
export const text = (value: unknown): string | null =>
  typeof value === 'string' && value !== '' ? value : typeof value === 'number' ? String(value) : null;

/** What the request answered, whatever it is. @throws PayNoAnswer for an error of the way */
export async function heard(api: string, request: () => Promise<PayAnswer>): Promise<PayAnswer> {
  try {
    return await request();
  } catch (error) {
    throw new PayNoAnswer(api, error instanceof Error ? error.message : JSON.stringify(error));
  }
}

/** An answer that WeChat Pay itself gave. @throws PayNoAnswer also where the request was not understood */
export async function ask(api: string, request: () => Promise<PayAnswer>): Promise<PayAnswer> {
  const answer = await heard(api, request);
  if (answer.returnCode !== 'SUCCESS') throw new PayNoAnswer(api, text(answer.returnMsg) ?? 'no return code');
  return answer;
}
