import type { PrizeView } from '@rooms/draw/contract';
import { Button } from '@/components/Button';
import { Sheet } from '@/components/Sheet';
import { prizeWords } from '@/text/areas/prizes';
import { useClaim } from '../../../parts/useClaim';
import { Ways } from '../../../parts/Ways';

interface ClaimSheetProps {
  prize: PrizeView;
  onClose: () => void;
  /** The prize as the server has it now; null: refused, which has been said. */
  onDone: (prize: PrizeView | null) => void;
}

export function ClaimSheet({ prize, onClose, onDone }: ClaimSheetProps) {
  const { chosen, choose, busy, claim } = useClaim(prize, onDone);
  return (
    <Sheet
      open
      onClose={onClose}
      title={prizeWords.claimTitle(prize.title)}
      action={
        <Button size="big" block busy={busy} onTap={claim} id="claim-done">
          {prizeWords.claimThis}
        </Button>
      }
    >
      <Ways ways={prize.ways} chosen={chosen} onChoose={choose} />
    </Sheet>
  );
}
