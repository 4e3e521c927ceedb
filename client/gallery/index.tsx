import { View } from '@tarojs/components';
import { useState } from 'react';
import { Bar } from '@/components/Bar';
import { Button } from '@/components/Button';
import { Cell } from '@/components/Cell';
import { CouponCard, CouponMini } from '@/components/CouponCard';
import { type CouponLook, couponDress } from '@/components/CouponCard/state';
import { Meter } from '@/components/Meter';
import { NextStep } from '@/components/NextStep';
import { Page, PageBody } from '@/components/Page';
import { Price } from '@/components/Price';
import { ProductCard, type ProductFace, ProductLine } from '@/components/ProductCard';
import { Card, Section } from '@/components/Section';
import { Sheet } from '@/components/Sheet';
import { SkeletonShelf } from '@/components/Skeleton';
import { Slip } from '@/components/Slip';
import { Stall } from '@/components/Stall';
import { Empty, Failure } from '@/components/StateView';
import { TierCard } from '@/components/TierCard';
import { Timeline } from '@/components/Timeline';
import { Wheel } from '@/components/Wheel';
import { NetworkError } from '@/services/reply';
import { Block } from './block';
import { Plain } from './plain';
import { milk, slip, tangerine, tier, timeline, wheelCells } from './samples';

/** Every part in one place, for the eye and for screenshots; built into the browser app on request, never into WeChat's. */
export default function GalleryPage() {
  return (
    <Page foot="tall">
      <PageBody>
        <View className="ll-t1">邻礼　部件一览</View>
        <Plain />
        <Paper />
        <Goods />
        <Faces />
      </PageBody>
      <Bar>
        <View className="ll-grow">
          <Price fen={7_980} size="l" />
        </View>
        <Button size="big">微信支付</Button>
      </Bar>
    </Page>
  );
}

const looks = Object.keys(couponDress) as CouponLook[];

function Paper() {
  return (
    <>
      <Block title="CouponCard">
        {looks.map((look) => (
          <CouponCard
            key={look}
            face={look === 'usable' ? { main: '9', after: '折' } : { before: '¥', main: '8' }}
            condition="满 60 可用"
            name="买什么都能减"
            info={look === 'expiring' ? [{ text: '今晚 24:00 到期', tone: 'danger' }, look] : ['领到后 7 天内用', look]}
            look={look}
            onAction={() => undefined}
          />
        ))}
        <View className="ll-row ll-row--12">
          <CouponMini face={{ before: '¥', main: '8' }} condition="满 60 可用" got onTap={() => undefined} />
          <CouponMini face={{ before: '¥', main: '5' }} condition="免运费" got={false} onTap={() => undefined} />
        </View>
      </Block>
      <Block title="NextStep, Meter">
        <NextStep text="再买 ¥3.20 就减 ¥5" share={0.936} actionText="去凑" />
        <Meter share={0.77} />
      </Block>
      <Block title="Slip">
        <Slip rows={slip} totalLabel="要付" totalFen={7_980} large savedFen={4_250} />
      </Block>
      <Block title="Timeline, Cell, TierCard">
        <Card>
          <Timeline items={timeline} />
        </Card>
        <Card cells>
          <Cell first icon="pin" title="收货地址" onTap={() => undefined} />
          <Cell icon="chat" title="客服和工单" value="明天 10:00 前回复" onTap={() => undefined} />
        </Card>
        <TierCard {...tier} />
      </Block>
    </>
  );
}

function Goods() {
  const nothing = (_: ProductFace) => undefined;
  return (
    <>
      <Block title="Stall">
        <Stall
          height={92}
          goods={[
            { picture: 'milk', sizePx: 76 },
            { picture: 'egg', sizePx: 50 },
            { picture: 'greens', sizePx: 64 },
          ]}
        />
      </Block>
      <Block title="ProductCard">
        <View className="ll-grid">
          <ProductCard product={milk} onOpen={nothing} onAdd={nothing} />
          <ProductCard product={tangerine} onOpen={nothing} onAdd={nothing} />
        </View>
        <ProductLine product={milk} first inCart={2} onOpen={nothing} onAdd={nothing} onSet={nothing} />
        <ProductLine product={tangerine} inCart={0} onOpen={nothing} onAdd={nothing} onSet={nothing} />
      </Block>
      <WheelBlock />
    </>
  );
}

function WheelBlock() {
  const [result, setResult] = useState<{ cellId: string } | null>(null);
  return (
    <Block title="Wheel">
      <Wheel
        cells={wheelCells}
        chances={2}
        busy={false}
        onSpin={() => setResult({ cellId: 'milk' })}
        result={result}
        onRest={() => undefined}
      />
    </Block>
  );
}

function Faces() {
  const [open, setOpen] = useState(false);
  return (
    <>
      <Section title="空" aside="全部" onMore={() => setOpen(true)}>
        <Empty title="篮子还空着" note="您有一张满 60 减 8 的券，7 天内能用" actionText="去看早市 8 折" />
      </Section>
      <Section title="出错">
        <Failure error={new NetworkError('lift')} onRetry={() => undefined} exitText="先回购物车" />
      </Section>
      <Section title="等着">
        <SkeletonShelf />
      </Section>
      <Sheet open={open} onClose={() => setOpen(false)} title="怎么算的" action={<Button block>知道了</Button>}>
        <Slip rows={slip} totalLabel="要付" totalFen={7_980} />
      </Sheet>
    </>
  );
}
