import { PayRefusal } from './reply';

/** Reads the snake_case parameters of a cloudPay call; whatever is missing or ill-formed is PARAM_ERROR naming it. */
export class PayParams {
  constructor(private readonly values: Readonly<Record<string, unknown>>) {}

  /** Non-empty text of at most `max` bytes. */
  text(name: string, max: number): string {
    const value = this.optionalText(name, max);
    if (value === '') throw new PayRefusal('PARAM_ERROR', `缺少参数${name}`);
    return value;
  }

  optionalText(name: string, max: number): string {
    const value = this.values[name];
    if (value === undefined || value === null) return '';
    if (typeof value !== 'string') throw new PayRefusal('PARAM_ERROR', `参数${name}应为字符串`);
    if (Buffer.byteLength(value) > max) throw new PayRefusal('PARAM_ERROR', `参数${name}超过${max}字节`);
    return value;
  }

  /** A whole number from 0; 0 when absent. */
  optionalCount(name: string): number {
    const value = this.values[name] ?? 0;
    if (typeof value === 'number' && Number.isSafeInteger(value) && value >= 0) return value;
    throw new PayRefusal('PARAM_ERROR', `参数${name}应为不小于0的整数`);
  }

  /** Whole fen, at least 1. */
  fen(name: string): number {
    const value = this.values[name];
    if (typeof value === 'number' && Number.isSafeInteger(value) && value >= 1) return value;
    throw new PayRefusal('PARAM_ERROR', `参数${name}应为不小于1的整数，单位分`);
  }

  /** An order or refund number of the merchant's: `max` characters of digits, letters and _-|*@. */
  merchantNumber(name: string, max: number): string {
    const value = this.text(name, max);
    if (!/^[0-9A-Za-z_\-|*@]+$/.test(value)) throw new PayRefusal('PARAM_ERROR', `参数${name}含有不支持的字符`);
    return value;
  }

  /** The same parameters, naming an order besides. */
  withOutTradeNo(outTradeNo: string): PayParams {
    return new PayParams({ ...this.values, out_trade_no: outTradeNo });
  }
}
