import type { TemplateView } from '@rooms/coupon/contract';
import { ScrollView, View } from '@tarojs/components';
import { useState } from 'react';
import { CouponMini } from '@/components/CouponCard';
import { useTap } from '@/hooks/useTap';
import { resident } from '@/services/doors';
import { openShop } from '@/services/target';
import { toast } from '@/services/toast';
import { shopWords } from '@/text/areas/shop';
import { couponFace, couponShort } from '@/text/coupons';
import { toastRefusal } from '@/text/trouble';

/** Coupons to take along; those that are gone or not for this resident stay in the centre, with their reason. */
export function CouponStrip({ templates }: { templates: readonly TemplateView[] }) {
  const [claimed, setClaimed] = useState<readonly string[]>([]);
  const { busy, tap } = useTap(async (template: TemplateView) => {
    const { templateId } = template;
    const reply = await resident.act(`claim.${templateId}`, 'coupon.claim', { templateId });
    if (!reply.ok) return toastRefusal(reply);
    setClaimed((now) => [...now, templateId]);
    toast(shopWords.claimed);
  });
  const shown = templates.filter(({ state }) => state === 'to-claim' || state === 'claimed');
  if (shown.length === 0) return null;
  return (
    <ScrollView scrollX className="ll-strip ll-mt-12" id="coupon-strip">
      <View className="ll-strip__row">
        {shown.map((template) => {
          const got = template.state === 'claimed' || claimed.includes(template.templateId);
          return (
            <CouponMini
              key={template.templateId}
              face={couponFace(template.terms)}
              condition={couponShort(template.terms)}
              got={got}
              busy={busy}
              onTap={() => (got ? openShop(null) : tap(template))}
            />
          );
        })}
      </View>
    </ScrollView>
  );
}
