import { Image, View } from '@tarojs/components';
import { a11y } from '@/components/a11y';
import { lookAt } from '@/services/look';
import { pictureUrl } from '@/services/picture';
import { refundWords } from '@/text/areas/refund';

/** What the resident showed; a tap makes it large. */
export function SaidPictures({ pictures }: { pictures: readonly string[] }) {
  if (pictures.length === 0) return null;
  return (
    <View className="refund-pictures">
      {pictures.map((fileId, at) => (
        <View
          key={fileId}
          className="refund-picture"
          onClick={() => lookAt(pictures, at)}
          id={`picture-${at}`}
          {...a11y('button', refundWords.lookAt(at + 1))}
        >
          <Image className="refund-picture__img" src={pictureUrl(fileId)} mode="aspectFill" lazyLoad />
        </View>
      ))}
    </View>
  );
}
