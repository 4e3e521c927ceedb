import { TopUpSheet } from '@/components/TopUpSheet';
import { useTopUps } from '@/hooks/useTopUps';
import { openTab } from '@/services/navigate';
import { useCart } from '@/stores/cart';
import { quoteWords } from '@/text/areas/quote';
import { type TillView, wishOf } from '../useTill';

interface TopUpsProps {
  shown: TillView;
  /** The till is reckoned anew with what was added. */
  onClose: () => void;
}

/** The sheet over the till: asked with the same choice of delivery, coupons and points as the price. */
export function TopUps({ shown: { lines: asked, choice, address }, onClose }: TopUpsProps) {
  const lines = useCart((cart) => cart.lines)?.filter((line) => line.selected) ?? asked;
  const topUpping = useTopUps({ ...wishOf(lines, choice), ...(address ? { addressId: address.addressId } : {}) });
  return (
    <TopUpSheet
      {...topUpping}
      onClose={onClose}
      doneText={quoteWords.topUp.doneHere}
      onDone={onClose}
      onBrowse={() => openTab('shop')}
    />
  );
}
