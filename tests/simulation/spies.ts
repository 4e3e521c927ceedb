import * as ids from '../../cloudfunctions/kernel/ids';
import { NoAnswer } from '../../cloudfunctions/platform/db';
import * as wallets from '../../cloudfunctions/platform/holds/wallets';
import * as outbox from '../../cloudfunctions/platform/outbox/wallet';
import type { BrokenRule } from './broken-rules';
import type { Sabotage } from './stage';

/** Rules that live inside a function: another function stands in for it while a schedule runs. Jest only. */

/** Every retry of a request is born anew. */
const bornPerCall: Sabotage = {
  begin: (clock) => {
    const real = ids.parseRequestKey;
    const spy = jest.spyOn(ids, 'parseRequestKey').mockImplementation((key) => {
      const parts = real(key);
      return parts && { ...parts, atMs: clock.nowMs() };
    });
    return () => spy.mockRestore();
  },
};

/** A claim whose wallet does not answer is taken as refused: what it took goes back. */
const silenceIsNo: Sabotage = {
  begin: () => {
    const real = wallets.changeWallet;
    const spy = jest.spyOn(wallets, 'changeWallet').mockImplementation(async (db, residentId, decide, known) => {
      let isSilent = false;
      const deafDb = {
        ...db,
        update: async (...call: Parameters<typeof db.update>) => {
          try {
            return await db.update(...call);
          } catch (error) {
            isSilent ||= error instanceof NoAnswer;
            throw error;
          }
        },
      };
      const refuseAfterSilence: typeof decide = (wallet) => {
        const decision = decide(wallet);
        const isClaim = 'keep' in decision && typeof decision.keep === 'object' && decision.keep !== null;
        if (!isSilent || !isClaim || !('kept' in (decision.keep as object))) return decision;
        return { keep: { ...decision.keep, reply: { ok: false, code: 'COUPON_GONE' }, kept: [] } };
      };
      return real(deafDb, residentId, refuseAfterSilence, known);
    });
    return () => spy.mockRestore();
  },
};

/** An effect changes a wallet that still holds the order, and the hold is settled some time later. */
const holdsSettledLater: Sabotage = {
  begin: () => {
    const real = outbox.carryOutOnWallet;
    const spy = jest.spyOn(outbox, 'carryOutOnWallet').mockImplementation((context, work) => {
      const changes = work.effects.some(([, { kind }]) => kind !== outbox.SETTLE_WALLET);
      return real(context, changes ? { ...work, settleHold: (wallet) => wallet } : work);
    });
    return () => spy.mockRestore();
  },
};

/** "Op in journal: done" is not looked for. */
const appliesAgain: Sabotage = {
  begin: () => {
    const real = wallets.changeWallet;
    const spy = jest.spyOn(wallets, 'changeWallet').mockImplementation((db, residentId, decide, known) =>
      real(
        db,
        residentId,
        (wallet) => {
          const decision = decide({ ...wallet, journal: {} });
          if (!('write' in decision)) return decision;
          return {
            ...decision,
            write: { ...decision.write, journal: { ...wallet.journal, ...decision.write.journal } },
          };
        },
        known,
      ),
    );
    return () => spy.mockRestore();
  },
};

export const RULES_INSIDE: readonly BrokenRule[] = [
  { rule: 'at is the birth of the op, the same in all its retries', sabotage: bornPerCall },
  { rule: 'a lost answer is never "no"', sabotage: silenceIsNo },
  { rule: 'an effect first settles the hold, in the same update', sabotage: holdsSettledLater },
  { rule: 'op in journal: done', sabotage: appliesAgain },
];
