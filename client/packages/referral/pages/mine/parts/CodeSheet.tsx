import { Image, View } from '@tarojs/components';
import { AsyncView } from '@/components/AsyncView';
import { Button } from '@/components/Button';
import { Sheet } from '@/components/Sheet';
import { Bone } from '@/components/Skeleton';
import { useLoad } from '@/hooks/useLoad';
import { resident } from '@/services/doors';
import { open } from '@/services/navigate';
import { referralWords as words } from '@/text/areas/referral';
import { codeUrl } from '../../../codeUrl';

/** One's code, large, for a neighbour who stands beside one. Asked for when it is opened. */
export function CodeSheet({ open: isOpen, onClose }: { open: boolean; onClose: () => void }) {
  return (
    <Sheet open={isOpen} onClose={onClose} title={words.codeTitle}>
      {isOpen && <Code />}
    </Sheet>
  );
}

function Code() {
  const load = useLoad(() => resident.ask('referral.poster', {}), []);
  return (
    <View className="mine-code">
      <AsyncView load={load} skeleton={<Bone w={220} h={220} radius={12} />}>
        {({ code, scene }) => (
          <>
            <View className="mine-code__paper">
              <Image className="mine-code__img" src={codeUrl(code)} mode="aspectFit" showMenuByLongpress id="my-code" />
            </View>
            <View className="ll-note ll-mt-12">{words.codeNote}</View>
            <View className="mine-code__doors">
              <Button kind="text" onTap={() => open('card', { scene })} id="preview-card">
                {words.preview}
              </Button>
              <Button kind="text" onTap={() => open('myCard')} id="dress-card">
                {words.myCard}
              </Button>
            </View>
          </>
        )}
      </AsyncView>
    </View>
  );
}
