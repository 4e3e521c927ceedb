import path from 'node:path';
import { startLocalcloud } from '../../../localcloud';

/** Pays one order after the other, on disk, and prints each number once it is acknowledged; until it is killed. */
async function main(dataDir: string): Promise<void> {
  const fixtures = path.join(__dirname, '../fixtures');
  const cloud = await startLocalcloud({
    functionsDir: path.join(fixtures, 'functions'),
    databaseFile: path.join(fixtures, 'database.json'),
    dataDir,
    workers: 1,
  });
  const order = { body: 'b', spbill_create_ip: '1', sub_mch_id: '1', total_fee: 1, env_id: 'e', function_name: 'paid' };
  for (let n = 0; ; n++) {
    const outTradeNo = `K${n}`;
    await cloud.pay.call('unifiedOrder', { ...order, out_trade_no: outTradeNo }, { openid: 'o_anna' });
    await cloud.pay.confirm(outTradeNo);
    console.log(outTradeNo);
  }
}

void main(process.argv[2] ?? '');
