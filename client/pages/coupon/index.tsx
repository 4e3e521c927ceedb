import type { TemplateView } from '@rooms/coupon/contract';
import { View } from '@tarojs/components';
import Taro, { usePullDownRefresh } from '@tarojs/taro';
import { AsyncView } from '@/components/AsyncView';
import { CouponCard } from '@/components/CouponCard';
import { Icon } from '@/components/Icon';
import { Page, PageBody } from '@/components/Page';
import { Card, Section } from '@/components/Section';
import { SkeletonCoupons } from '@/components/Skeleton';
import { Empty } from '@/components/StateView';
import { useLoad } from '@/hooks/useLoad';
import { useOnReturn } from '@/hooks/useOnReturn';
import { useTap } from '@/hooks/useTap';
import { serverNowMs } from '@/services/clock';
import { resident } from '@/services/doors';
import { open, openTab } from '@/services/navigate';
import { openShop } from '@/services/target';
import { toast } from '@/services/toast';
import { couponWords } from '@/text/areas/coupon';
import { templateTicket } from '@/text/coupons';
import { toastRefusal } from '@/text/trouble';
import { Redeem } from './parts/Redeem';
import './index.scss';

export default function CouponPage() {
  const load = useLoad(() => resident.ask('coupon.centre', {}), []);
  useOnReturn(() => void load.reload());
  usePullDownRefresh(() => void load.reload().finally(() => Taro.stopPullDownRefresh()));
  const { busy, tap } = useTap(async ({ templateId }: TemplateView) => {
    const reply = await resident.act(`claim.${templateId}`, 'coupon.claim', { templateId });
    if (reply.ok) toast(couponWords.claimed);
    else toastRefusal(reply);
    await load.reload();
  });
  return (
    <Page>
      <PageBody>
        <AsyncView load={load} skeleton={<SkeletonCoupons />}>
          {({ templates, usableCoupons }) => (
            <>
              <Wallet count={usableCoupons} />
              <Shelf templates={templates} busy={busy} onClaim={tap} />
              <Redeem onRedeemed={() => void load.reload()} />
            </>
          )}
        </AsyncView>
      </PageBody>
    </Page>
  );
}

function Wallet({ count }: { count: number }) {
  return (
    <Card onTap={() => open('myCoupons')} id="coupon-wallet">
      <View className="coupon-wallet">
        <Icon name="wallet" className="ll-accent" size={24} />
        <View className="ll-grow ll-ml-12">{count > 0 ? couponWords.wallet(count) : couponWords.walletEmpty}</View>
        <View className="ll-note ll-accent">{couponWords.seeWallet}</View>
        <Icon name="right" size={14} className="ll-accent" />
      </View>
    </Card>
  );
}

interface ShelfProps {
  templates: readonly TemplateView[];
  busy: boolean;
  onClaim: (template: TemplateView) => void;
}

const forMe: readonly TemplateView['state'][] = ['to-claim', 'claimed'];

/** What can be had first; the rest stays visible with its reason. */
function Shelf({ templates, busy, onClaim }: ShelfProps) {
  if (templates.length === 0) {
    return (
      <Empty
        title={couponWords.emptyTitle}
        note={couponWords.emptyNote}
        actionText={couponWords.emptyAction}
        onAction={() => openTab('shop')}
      />
    );
  }
  const mine = templates.filter(({ state }) => forMe.includes(state));
  const others = templates.filter(({ state }) => !forMe.includes(state));
  const ticket = (template: TemplateView) => (
    <View className="coupon-one" key={template.templateId}>
      <CouponCard
        {...templateTicket(template, serverNowMs())}
        id={`claim-${template.templateId}`}
        busy={busy}
        onAction={() => (template.state === 'claimed' ? openShop(null) : onClaim(template))}
      />
    </View>
  );
  return (
    <>
      {mine.length > 0 && <Section title={couponWords.today}>{mine.map(ticket)}</Section>}
      {others.length > 0 && <Section title={couponWords.others}>{others.map(ticket)}</Section>}
    </>
  );
}
