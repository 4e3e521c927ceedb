import { View } from '@tarojs/components';
import { useState } from 'react';
import { Button } from '@/components/Button';
import { Check, Switch } from '@/components/Check';
import { Chip } from '@/components/Chip';
import { Countdown } from '@/components/Countdown';
import { Notice } from '@/components/Notice';
import { OfferTags } from '@/components/OfferTag';
import { Price, WasPrice } from '@/components/Price';
import { AddButton } from '@/components/ProductCard';
import { SearchEntry } from '@/components/SearchBox';
import { Stepper } from '@/components/Stepper';
import { Tabs } from '@/components/Tabs';
import { Block } from './block';

/** Numbers, buttons and choices: the parts without paper. */
export function Plain() {
  return (
    <>
      <Numbers />
      <Buttons />
      <Choices />
    </>
  );
}

function Numbers() {
  return (
    <>
      <Block title="Price">
        <View className="ll-row ll-row--12 ll-row--base">
          <Price fen={7_980} size="xl" />
          <Price fen={7_980} size="l" />
          <Price fen={7_980} />
          <Price fen={7_980} size="s" />
        </View>
        <View className="ll-row ll-row--12 ll-row--base ll-mt-8">
          <Price fen={7_980} size="s" tone="ink" />
          <Price fen={726} tone="save" />
          <WasPrice fen={11_730} />
        </View>
      </Block>
      <Block title="OfferTag, Countdown">
        <OfferTags
          wrap
          tags={[
            { tone: 'now', text: '早市 8 折' },
            { tone: 'save', text: '满 100 减 12' },
            { tone: 'gift', text: '2 盒送青菜' },
            { tone: 'plain', text: '卖完了' },
            { tone: 'solid', text: '首单' },
            { tone: 'danger', text: '过 80% 了' },
          ]}
        />
        <View className="ll-mt-8">
          <Countdown endsAtMs={Date.now() + 2_148_000} />
        </View>
      </Block>
    </>
  );
}

function Buttons() {
  const [count, setCount] = useState(2);
  const [on, setOn] = useState(true);
  return (
    <>
      <Block title="Button 48, 44, 32">
        <View className="ll-row">
          <Button size="big">去结账</Button>
          <Button>再试一次</Button>
          <Button size="small">领取</Button>
          <Button size="small" kind="soft">
            去用
          </Button>
        </View>
        <View className="ll-row ll-mt-8">
          <Button busy>等着</Button>
          <Button kind="soft">次要</Button>
          <Button kind="line">描边</Button>
          <Button disabled>还差 180</Button>
        </View>
      </Block>
      <Block title="Stepper, check, switch, add">
        <View className="ll-row ll-row--12">
          <Stepper value={count} onChange={setCount} max={5} label="牛奶" />
          <Check on={on} onChange={setOn} label="选" />
          <Check on={!on} onChange={(next) => setOn(!next)} label="选" />
          <Check on={false} none label="不能选" />
          <Switch on={on} onChange={setOn} label="开" />
          <Switch on={!on} onChange={(next) => setOn(!next)} label="开" />
          <AddButton label="加" onTap={() => setCount(count + 1)} />
        </View>
      </Block>
    </>
  );
}

function Choices() {
  const [tab, setTab] = useState<'a' | 'b' | 'c'>('a');
  return (
    <Block title="Tabs, chips, search, notice">
      <Tabs
        tabs={[
          { key: 'a', text: '邻居常买' },
          { key: 'b', text: '刚到货' },
          { key: 'c', text: '菜和肉' },
        ]}
        value={tab}
        onChange={setTab}
      />
      <Chip on>全部</Chip>
      <Chip>叶子菜</Chip>
      <Chip off>约满了</Chip>
      <SearchEntry hint="鲜牛奶" onTap={() => undefined} loud />
      <View className="ll-mt-12">
        <Notice onTap={() => undefined}>今天 15:00 前下单，晚饭前送到您家门口</Notice>
      </View>
    </Block>
  );
}
