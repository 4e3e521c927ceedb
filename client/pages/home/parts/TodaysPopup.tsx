import type { PopupView } from '@rooms/notice/contract';
import { View } from '@tarojs/components';
import { useEffect, useState } from 'react';
import { Button } from '@/components/Button';
import { Sheet } from '@/components/Sheet';
import { Stall } from '@/components/Stall';
import { serverNowMs } from '@/services/clock';
import { resident } from '@/services/doors';
import { openTarget } from '@/services/target';
import { noticeWords } from '@/text/areas/notice';
import { whenText } from '@/text/times';

/**
 * A campaign's word, once a day at most: the server marks it as it gives it. Asked for after the first screen stands, and not
 * where a banner says it already (design: no pop-up on a page that has a banner). Without an answer there is none today.
 */
export function TodaysPopup() {
  const [popup, setPopup] = useState<PopupView | null>(null);
  const [open, setOpen] = useState(false);
  useEffect(() => {
    const show = async (): Promise<void> => {
      const asked = await resident.ask('notice.popup', {});
      setPopup(asked.popup);
      setOpen(asked.popup !== null);
    };
    void show().catch(() => undefined);
  }, []);
  if (!popup) return null;
  const close = (): void => setOpen(false);
  const see = (): void => {
    close();
    openTarget(popup.target, popup.targetId);
  };
  const action = (
    <Button size="big" block onTap={see} id="popup-see">
      {noticeWords.popupSee}
    </Button>
  );
  return (
    <Sheet open={open} onClose={close} title={popup.title} action={action}>
      <View className="ll-center" id="popup">
        <Stall goods={[{ picture: popup.picture, sizePx: 76 }]} height={96} />
        <View className="ll-mt-16">{popup.line}</View>
        <View className="ll-cap ll-mt-4">{noticeWords.popupUntil(whenText(popup.endsAtMs, serverNowMs()))}</View>
      </View>
    </Sheet>
  );
}
