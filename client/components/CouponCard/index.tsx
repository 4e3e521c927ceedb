import { Text, View } from '@tarojs/components';
import { Button } from '@/components/Button';
import { classes } from '@/components/classes';
import { Icon } from '@/components/Icon';
import { words } from '@/text';
import { type CouponDress, type CouponLook, couponDress } from './state';
import './index.scss';

export type { CouponLook } from './state';

/** The large sign on the stub: ¥8, 9 折, or a thing (鸡蛋). */
export interface CouponFace {
  before?: string;
  main: string;
  after?: string;
}

export interface CouponCardProps {
  face: CouponFace;
  /** Under the face: 「满 60 可用」. */
  condition: string;
  name: string;
  /** One or two lines of small print. */
  info: readonly (string | { text: string; tone: 'danger' })[];
  look: CouponLook;
  /** The button's word where it is not the look's usual one (领取, 去用). */
  actionText?: string;
  onAction?: () => void;
  busy?: boolean;
  /** Long lists (above 20) go without the soft edge. */
  flat?: boolean;
  id?: string;
}

/** A ticket: each half cuts its own corners by gradients, so the notches are truly see-through on any ground. */
export function CouponCard(props: CouponCardProps) {
  const { face, condition, name, info, look, flat, id } = props;
  const dress = couponDress[look];
  return (
    <View id={id} className={classes('ll-coupon', dress.off && 'll-coupon--off', flat && 'll-coupon--flat')}>
      <View className="ll-coupon__stub">
        <Face face={face} />
        <View className="ll-coupon__min ll-ell">{condition}</View>
      </View>
      <View className="ll-coupon__body">
        <View className="ll-grow">
          <View className="ll-coupon__name">{name}</View>
          {info.map((line) => (
            <InfoLine line={line} key={typeof line === 'string' ? line : line.text} />
          ))}
        </View>
        <Side {...props} dress={dress} />
      </View>
    </View>
  );
}

function InfoLine({ line }: { line: CouponCardProps['info'][number] }) {
  if (typeof line === 'string') return <View className="ll-coupon__info">{line}</View>;
  return <View className="ll-coupon__info ll-coupon__info--danger">{line.text}</View>;
}

function Face({ face }: { face: CouponFace }) {
  return (
    <View className={classes('ll-coupon__face', !/^[\d.,]+$/.test(face.main) && 'll-coupon__face--word')}>
      {face.before && <Text className="ll-coupon__unit">{face.before}</Text>}
      {face.main}
      {face.after && <Text className="ll-coupon__unit">{face.after}</Text>}
    </View>
  );
}

function Side({ dress, look, actionText, onAction, busy, id }: CouponCardProps & { dress: CouponDress }) {
  const { button, stamp, lock } = dress;
  if (stamp) return <View className="ll-stamp">{words.coupon.stamp[stamp]}</View>;
  if (lock) return <Icon name="lock" size={24} className={lock === 'honey' ? 'll-honey' : 'll-ink-3'} />;
  if (!button || (!onAction && button !== 'disabled')) return null;
  const usual = look === 'claim' ? words.coupon.claim : look === 'gone' ? words.coupon.gone : words.coupon.use;
  return (
    <View className="ll-ml-8">
      <Button
        size="small"
        kind={button === 'soft' ? 'soft' : undefined}
        disabled={button === 'disabled'}
        busy={busy}
        onTap={onAction}
        id={id && `${id}-go`}
      >
        {actionText ?? usual}
      </Button>
    </View>
  );
}

export interface CouponMiniProps {
  face: CouponFace;
  condition: string;
  got: boolean;
  onTap: () => void;
  busy?: boolean;
}

/** The small ticket of home's strip: the whole stub right of the perforation is the button. */
export function CouponMini({ face, condition, got, onTap, busy }: CouponMiniProps) {
  const [first, second] = got ? words.coupon.miniUse : words.coupon.miniClaim;
  return (
    <View
      className={classes('ll-coupon ll-coupon--mini', got && 'll-coupon--got', busy && 'll-btn--busy')}
      onClick={busy ? undefined : onTap}
      {...{
        role: 'button',
        'aria-label': `${face.before ?? ''}${face.main}${face.after ?? ''} ${condition} ${first}${second}`,
      }}
    >
      <View className="ll-coupon__stub">
        <Face face={face} />
        <View className="ll-coupon__min ll-ell">{condition}</View>
      </View>
      <View className="ll-coupon__body">
        <View>
          <View>{first}</View>
          <View>{second}</View>
        </View>
      </View>
    </View>
  );
}
