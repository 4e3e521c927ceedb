import type { OddsRow } from '@kernel/fairness';
import { useMemo } from 'react';
import { serverNowMs } from '@/services/clock';
import type { OddsSpin, OddsSpins } from '../../of-draw';
import { type Checked, checkSpin, type Sealed } from '../../verify/check';
import { keepOdds, keepSeal, type Seal } from '../../verify/seal';

/** A spin with what this phone makes of it; null: the seed is not out yet. */
export interface Proof extends OddsSpin {
  /** The odds of the spin's version as this phone first saw them. */
  readonly seenOdds: readonly OddsRow[];
  readonly checked: Checked | null;
}

export interface Proofs {
  readonly sealed: Sealed;
  readonly seal: Seal;
  /** What the server shows now is not what this phone once saw. */
  readonly isSealBroken: boolean;
  readonly proofs: readonly Proof[];
  readonly wrong: number;
}

/** Every spin worked out again, against the fingerprint and the odds that this phone saw first. Asks nobody. */
export function useProofs({ drawId, seedHash, seedHex }: OddsSpins, rows: readonly OddsSpin[]): Proofs {
  return useMemo(() => {
    const seal = keepSeal(drawId, seedHash, serverNowMs());
    const sealed: Sealed = { drawId, seedHash: seal.seedHash, seedHex };
    const proofs = rows.map(({ spin, odds }): Proof => {
      const seenOdds = keepOdds(drawId, spin.oddsVersion, odds);
      return { spin, odds, seenOdds, checked: checkSpin(sealed, seenOdds, spin) };
    });
    const wrong = proofs.filter(({ checked }) => checked !== null && !checked.isTrue).length;
    return { sealed, seal, isSealBroken: seal.seedHash !== seedHash, proofs, wrong };
  }, [drawId, seedHash, seedHex, rows]);
}
