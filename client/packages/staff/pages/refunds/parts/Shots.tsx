import { Image, View } from '@tarojs/components';
import { a11y } from '@/components/a11y';
import { lookAt } from '@/services/look';
import { pictureUrl } from '@/services/picture';
import { refundWords } from '@/text/areas/refund';
import { staffRefundWords as words } from '@/text/areas/staff-refunds';

/** What the resident showed; that there is nothing is said while it is to be decided. */
export function Shots({ pictures, isAsked }: { pictures: readonly string[]; isAsked: boolean }) {
  if (pictures.length === 0) return isAsked ? <View className="ll-cap ll-mt-4">{words.noPicture}</View> : null;
  return (
    <View className="refund-shots">
      {pictures.map((fileId, at) => (
        <View
          key={fileId}
          className="refund-shot"
          onClick={() => lookAt(pictures, at)}
          {...a11y('button', refundWords.lookAt(at + 1))}
        >
          <Image className="refund-shot__img" src={pictureUrl(fileId)} mode="aspectFill" lazyLoad />
        </View>
      ))}
    </View>
  );
}
