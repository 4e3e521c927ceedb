import { Input, View } from '@tarojs/components';
import { useState } from 'react';
import { Button } from '@/components/Button';
import { useTap } from '@/hooks/useTap';
import { resident } from '@/services/doors';
import { toast } from '@/services/toast';
import { couponWords } from '@/text/areas/coupon';
import { toastRefusal } from '@/text/trouble';
import '../index.scss';

/** A code from a flyer or an article, turned into a coupon. */
export function Redeem({ onRedeemed }: { onRedeemed: () => void }) {
  const [code, setCode] = useState('');
  const { busy, tap } = useTap(async () => {
    const written = code.trim();
    if (!written) return toast(couponWords.codeMissing);
    const reply = await resident.act(`redeem.${written}`, 'coupon.redeem', { code: written });
    if (!reply.ok) return toastRefusal(reply);
    setCode('');
    toast(couponWords.claimed);
    onRedeemed();
  });
  return (
    <View className="ll-card coupon-redeem">
      <Input
        id="redeem-code"
        className="coupon-redeem__input"
        value={code}
        maxlength={40}
        placeholder={couponWords.codeHint}
        placeholderClass="coupon-redeem__hint"
        onInput={(event) => setCode(event.detail.value)}
      />
      <Button size="small" kind="soft" busy={busy} onTap={() => tap()} id="redeem">
        {couponWords.redeem}
      </Button>
    </View>
  );
}
