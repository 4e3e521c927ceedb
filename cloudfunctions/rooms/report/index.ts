import { MINUTE_MS } from '../../kernel/period';
import { type Room, staffOperation } from '../../platform/room';
import { staffReportContract } from './contract';
import { reconcile } from './operations/night';
import { reconciliation } from './operations/read';

export const reportRoom: Room = {
  staff: {
    'report.reconciliation': staffOperation(
      staffReportContract['report.reconciliation'],
      ['operator', 'owner'],
      reconciliation,
    ),
  },
  jobs: { 'report.reconcile': { everyMs: MINUTE_MS, readsBooks: true, run: reconcile } },
};
