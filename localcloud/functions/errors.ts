/**
 * Failures of an invocation, with the numbers that a mini-program sees and the strings that the SDK's wire carries.
 * Numbers: CloudBase error codes (-5010xx system, -5040xx functions); strings: platform-protocol, section 4 and 6.1.
 */
const KINDS = {
  notFound: { errCode: -501000, wireCode: 'FUNCTION_NOT_FOUND' },
  requestTooLarge: { errCode: -501007, wireCode: 'INVALID_PARAM' },
  permissionDenied: { errCode: -501023, wireCode: 'PERMISSION_DENIED' },
  tooManyNested: { errCode: -501004, wireCode: 'EXCEED_CONCURRENT_REQUEST_LIMIT' },
  executeFail: { errCode: -504002, wireCode: 'FUNCTIONS_EXECUTE_FAIL' },
  timeout: { errCode: -504003, wireCode: 'FUNCTIONS_TIME_LIMIT_EXCEEDED' },
  killed: { errCode: -504002, wireCode: 'FUNCTIONS_EXECUTE_FAIL' },
  resultTooLarge: { errCode: -504002, wireCode: 'FUNCTIONS_EXECUTE_FAIL' },
} as const;

export type FunctionFailureKind = keyof typeof KINDS;

export class FunctionFailure extends Error {
  readonly errCode: number;
  readonly wireCode: string;

  constructor(
    readonly kind: FunctionFailureKind,
    message: string,
  ) {
    super(message);
    this.name = 'FunctionFailure';
    this.errCode = KINDS[kind].errCode;
    this.wireCode = KINDS[kind].wireCode;
  }
}
