import type { CardLandingView } from '@rooms/referral/contract';
import { View } from '@tarojs/components';
import { Face } from '../../../parts/Face';
import { Goods } from './Goods';
import { HowItCounts } from './HowItCounts';
import { Offer } from './Offer';
import { Take } from './Take';

export interface LandingProps {
  landing: CardLandingView;
  scene: string;
  onChanged: () => Promise<void>;
}

export function Landing({ landing, scene, onChanged }: LandingProps) {
  const { inviter, programme, standing } = landing;
  return (
    <View id="card-landing" data-state={standing.state}>
      <Face face={inviter} />
      <Offer programme={programme} name={inviter.name} forOthers={standing.state === 'cannot'} />
      <Take landing={landing} scene={scene} onChanged={onChanged} />
      <HowItCounts programme={programme} standing={standing} />
      <Goods name={inviter.name} goods={inviter.goods} />
    </View>
  );
}
