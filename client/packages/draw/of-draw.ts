import type { MySpins, OddsTable, SpinView, WinnerView } from '@rooms/draw/contract';
import { resident } from '@/services/doors';
import type { Page } from '../../../cloudfunctions/contract';

/** The draw that a page was opened for; opened without one, the one that the resident would be shown. */
const drawIdOf = async (id: string | undefined): Promise<string> => id ?? (await resident.ask('draw.view', {})).drawId;

/** A spin with the odds that stood when it was drawn. */
export interface OddsSpin {
  readonly spin: SpinView;
  readonly odds: OddsTable['rows'];
}

export type OddsSpins = Omit<MySpins, 'rows' | 'tables'> & { readonly rows: readonly OddsSpin[] };

/** Each page brings the tables of its own rows. A version that is missing has no odds, and proves nothing. */
export const mySpins =
  (id: string | undefined) =>
  async (cursor: string | undefined): Promise<OddsSpins> => {
    const { rows, tables, ...rest } = await resident.ask('draw.mySpins', { drawId: await drawIdOf(id), cursor });
    const oddsOf = (version: number) => tables.find(({ oddsVersion }) => oddsVersion === version)?.rows ?? [];
    return { ...rest, rows: rows.map((spin) => ({ spin, odds: oddsOf(spin.oddsVersion) })) };
  };

export const winnersOf =
  (id: string | undefined) =>
  async (cursor: string | undefined): Promise<Page<WinnerView>> =>
    resident.ask('draw.winners', { drawId: await drawIdOf(id), cursor });
