import type { StaffGroupView } from '@rooms/group/contract';
import { Image, View } from '@tarojs/components';
import { useState } from 'react';
import { a11y } from '@/components/a11y';
import { Icon } from '@/components/Icon';
import { Meter } from '@/components/Meter';
import { OfferTag } from '@/components/OfferTag';
import { serverNowMs } from '@/services/clock';
import { pictureUrl } from '@/services/picture';
import { staffGroupWords as words } from '@/text/areas/staff-groups';
import { whenText } from '@/text/times';
import { useGroup } from '../useGroup';
import { CountSheet } from './CountSheet';
import '../index.scss';

const tones = { showing: 'save', waiting: 'plain', closed: 'plain' } as const;

interface GroupCardProps {
  group: StaffGroupView;
  onChanged: () => void;
}

/** One group: its code, how full it is by our estimate, and what may be done. */
export function GroupCard({ group, onChanged }: GroupCardProps) {
  const { groupId, name, keeper, standing, seats, members, troubled, isLinked } = group;
  const deeds = useGroup(groupId, onChanged);
  const [counting, setCounting] = useState(false);
  const tone = standing === 'showing' || standing === 'waiting' || standing === 'closed' ? tones[standing] : undefined;
  return (
    <View className="ll-card" id={`group-${groupId}`}>
      <View className="ll-flex">
        <Picture group={group} />
        <View className="ll-grow ll-ml-12">
          <View className="ll-spread">
            <View className="ll-t3 ll-grow ll-ell">{name}</View>
            <OfferTag {...(tone ? { tone } : {})}>{words.standing[standing]}</OfferTag>
          </View>
          <View className="ll-cap ll-ell">{`${keeper}，${lifeOf(group)}`}</View>
          <View className="ll-cap">{`${words.members(members, seats)}，${words.counted(ago(group.countedAtMs))}`}</View>
          <View className="ll-mt-4">
            <Meter share={members / seats} tone={members < seats ? 'green' : 'honey'} />
          </View>
        </View>
      </View>
      {troubled > 0 && <View className="ll-danger ll-note ll-mt-8">{words.troubled(troubled)}</View>}
      {isLinked && <View className="ll-cap ll-mt-8">{words.linked}</View>}
      <View className="groups-ways">
        <Way id={`picture-${groupId}`} text={words.newPicture} onTap={deeds.sendPicture} />
        <Way id={`count-${groupId}`} text={words.count} onTap={() => setCounting(true)} />
        <Way id={`link-${groupId}`} text={words.link} onTap={deeds.link} />
        <Way
          id={`open-${groupId}`}
          text={standing === 'closed' ? words.reopen : words.close}
          onTap={() => deeds.setOpen(standing === 'closed')}
        />
      </View>
      <CountSheet
        open={counting}
        members={members}
        onClose={() => setCounting(false)}
        onCount={(count) => {
          setCounting(false);
          deeds.setCount(count);
        }}
      />
    </View>
  );
}

const ago = (atMs: number): string => whenText(atMs, serverNowMs());

function lifeOf({ kind, expiresAtMs, picture }: StaffGroupView): string {
  if (picture === null) return words.standing['no-picture'];
  if (kind === 'wecom' || expiresAtMs === null) return words.renewed;
  return words.until(ago(expiresAtMs));
}

function Picture({ group: { picture, name } }: { group: StaffGroupView }) {
  if (picture === null)
    return (
      <View className="groups-card__code ll-flex">
        <View className="ll-grow ll-center ll-ink-3">
          <Icon name="qr" size={28} />
        </View>
      </View>
    );
  return (
    <View {...a11y('img', words.pictureOf(name))}>
      <Image className="groups-card__code" src={pictureUrl(picture)} mode="aspectFit" />
    </View>
  );
}

function Way({ id, text, onTap }: { id: string; text: string; onTap: () => void }) {
  return (
    <View className="ll-link groups-way" id={id} onClick={onTap} {...a11y('button')}>
      {text}
    </View>
  );
}
