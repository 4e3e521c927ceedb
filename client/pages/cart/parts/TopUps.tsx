import { TopUpSheet } from '@/components/TopUpSheet';
import { useTopUps } from '@/hooks/useTopUps';
import { open, openTab } from '@/services/navigate';
import { type CartEntry, useCart } from '@/stores/cart';
import { quoteWords } from '@/text/areas/quote';

/** The sheet over the cart; it asks with what is in the cart now, so that every tap is quoted anew. */
export function TopUps({ asked, onClose }: { asked: readonly CartEntry[]; onClose: () => void }) {
  const lines = useCart((cart) => cart.lines) ?? asked;
  const topUpping = useTopUps({ lines: lines.map((line) => ({ ...line })) });
  const leaveFor = (go: () => void) => () => {
    onClose();
    go();
  };
  return (
    <TopUpSheet
      {...topUpping}
      onClose={onClose}
      doneText={quoteWords.topUp.done}
      onDone={leaveFor(() => open('checkout'))}
      onBrowse={leaveFor(() => openTab('shop'))}
    />
  );
}
