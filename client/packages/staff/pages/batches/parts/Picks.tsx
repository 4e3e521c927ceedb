import { Input, View } from '@tarojs/components';
import type { ReactNode } from 'react';
import { Chip } from '@/components/Chip';
import { Card } from '@/components/Section';
import { flyerWords as words } from '@/text/areas/staff-flyers';
import { type Choices, couponsFor, type Draft, formats, lives, media, sizes } from './draft';

interface PicksProps {
  of: 'batches' | 'links';
  draft: Draft;
  choices: Choices;
  onChange: (more: Partial<Draft>) => void;
}

/** Everything that a batch or a link is made of, a row of chips each. */
export function Picks({ of, draft, choices, onChange }: PicksProps) {
  const isBatch = of === 'batches';
  return (
    <Card>
      <View className="picks__title">{words.name}</View>
      <Input
        id="make-title"
        className="picks__input"
        value={draft.title}
        maxlength={20}
        placeholder={words.nameHint}
        placeholderClass="picks__hint"
        onInput={(event) => onChange({ title: event.detail.value })}
      />
      {!isBatch && (
        <Row title={words.medium}>
          {media.map((one) => (
            <Pick key={one} id={one} on={draft.medium === one} onTap={() => onChange({ medium: one })}>
              {words.media[one]}
            </Pick>
          ))}
        </Row>
      )}
      <Row title={words.estate}>
        {!isBatch && (
          <Pick id="any-estate" on={draft.estateId === null} onTap={() => onChange({ estateId: null })}>
            {words.anyEstate}
          </Pick>
        )}
        {choices.estates.map(({ estateId, name }) => (
          <Pick key={estateId} id={estateId} on={draft.estateId === estateId} onTap={() => onChange({ estateId })}>
            {name}
          </Pick>
        ))}
      </Row>
      <Gift of={of} draft={draft} choices={choices} onChange={onChange} />
      {isBatch && <Paper draft={draft} choices={choices} onChange={onChange} />}
      <Row title={words.until}>
        {lives.map((days) => (
          <Pick key={days ?? 0} id={`days-${days ?? 0}`} on={draft.days === days} onTap={() => onChange({ days })}>
            {days === null ? words.untilEnd : words.untilDays(days)}
          </Pick>
        ))}
      </Row>
    </Card>
  );
}

/** Which campaign it leads into, and what it brings of it. */
function Gift({ of, draft, choices, onChange }: PicksProps) {
  const isBatch = of === 'batches';
  const coupons = couponsFor(choices, draft.campaignId, of);
  return (
    <>
      <Row title={words.campaign}>
        {choices.campaigns.map(({ campaignId, title }) => (
          <Pick
            key={campaignId}
            id={campaignId}
            on={draft.campaignId === campaignId}
            onTap={() => onChange({ campaignId, templateId: null })}
          >
            {title}
          </Pick>
        ))}
      </Row>
      <Row title={words.coupon}>
        {!isBatch && (
          <Pick id="no-coupon" on={!draft.templateId} onTap={() => onChange({ templateId: '' })}>
            {words.noCoupon}
          </Pick>
        )}
        {coupons.map(({ templateId, title }) => (
          <Pick
            key={templateId}
            id={templateId}
            on={draft.templateId === templateId}
            onTap={() => onChange({ templateId })}
          >
            {title}
          </Pick>
        ))}
        {isBatch && coupons.length === 0 && <View className="ll-note">{words.couponMissing}</View>}
      </Row>
    </>
  );
}

/** What only paper has: how many, what size, who carries them. */
function Paper({ draft, choices, onChange }: Omit<PicksProps, 'of'>) {
  return (
    <>
      <Row title={words.size}>
        {sizes.map((size) => (
          <Pick key={size} id={`size-${size}`} on={draft.size === size} onTap={() => onChange({ size })}>
            {words.sheets(size)}
          </Pick>
        ))}
      </Row>
      <Row title={words.format}>
        {formats.map((format) => (
          <Pick key={format} id={format} on={draft.format === format} onTap={() => onChange({ format })}>
            {words.formats[format]}
          </Pick>
        ))}
      </Row>
      <Row title={words.promoter}>
        <Pick id="any-promoter" on={draft.promoterId === null} onTap={() => onChange({ promoterId: null })}>
          {words.anyPromoter}
        </Pick>
        {choices.promoters.map(({ staffId, name }) => (
          <Pick
            key={staffId}
            id={staffId}
            on={draft.promoterId === staffId}
            onTap={() => onChange({ promoterId: staffId })}
          >
            {name}
          </Pick>
        ))}
      </Row>
    </>
  );
}

function Row({ title, children }: { title: string; children: ReactNode }) {
  return (
    <>
      <View className="picks__title">{title}</View>
      <View className="picks__row">{children}</View>
    </>
  );
}

function Pick({ id, on, onTap, children }: { id: string; on: boolean; onTap: () => void; children: string }) {
  return (
    <View className="picks__chip">
      <Chip id={`pick-${id}`} on={on} onTap={onTap}>
        {children}
      </Chip>
    </View>
  );
}
