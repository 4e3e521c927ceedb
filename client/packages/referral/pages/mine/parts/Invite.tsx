import type { ProgrammeView } from '@rooms/referral/contract';
import { Image, View } from '@tarojs/components';
import { useState } from 'react';
import { hidden } from '@/components/a11y';
import { Button } from '@/components/Button';
import { Notice } from '@/components/Notice';
import { Price } from '@/components/Price';
import { Card } from '@/components/Section';
import { serverNowMs } from '@/services/clock';
import { open } from '@/services/navigate';
import { pictureUrl } from '@/services/picture';
import { referralWords as words } from '@/text/areas/referral';
import { sayingOf } from '@/text/codes';
import { isEven, oneText, rewardFen, rewardText } from '@/text/referrals';
import { CodeSheet } from './CodeSheet';

interface InviteProps {
  programme: ProgrammeView | null;
  /** People of the shop have no card: why there is none, in its code. */
  refusal: string | null;
}

/** What both get, and two ways to show one's card. */
export function Invite({ programme, refusal }: InviteProps) {
  const [showsCode, setShowsCode] = useState(false);
  if (!programme) return <Notice icon="info">{words.notRunning}</Notice>;
  return (
    <Card className="mine-invite">
      <View className="ll-spread">
        <Both programme={programme} />
        <Image className="mine-houses" src={pictureUrl('houses')} mode="aspectFit" {...hidden} />
      </View>
      {refusal ? (
        <View className="ll-note ll-mt-12" id="no-card-note">
          {sayingOf(refusal, null, serverNowMs()).title}
        </View>
      ) : (
        <View className="mine-ways">
          <Button block onTap={() => open('poster')} id="see-poster">
            {words.poster}
          </Button>
          <Button kind="soft" block onTap={() => setShowsCode(true)} id="show-code">
            {words.faceToFace}
          </Button>
        </View>
      )}
      <CodeSheet open={showsCode} onClose={() => setShowsCode(false)} />
    </Card>
  );
}

function Both({ programme }: { programme: ProgrammeView }) {
  const { inviterReward, inviteeReward } = programme;
  const even = isEven(programme);
  const fen = rewardFen(inviterReward);
  return (
    <View className="ll-grow">
      <View className="ll-note">{even ? words.headline : words.headlineApart}</View>
      <View className="ll-mt-4">
        {fen === null ? <View className="ll-t1">{rewardText(inviterReward)}</View> : <Price fen={fen} size="xl" />}
      </View>
      <View className="ll-note">{oneText(inviterReward)}</View>
      {!even && <View className="ll-note">{words.theirs(rewardText(inviteeReward))}</View>}
    </View>
  );
}
