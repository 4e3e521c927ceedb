import type { LetterCard } from '@rooms/reward/contract';
import { View } from '@tarojs/components';
import { Button } from '@/components/Button';
import { Card } from '@/components/Section';
import { serverNowMs } from '@/services/clock';
import { staffLetterWords as words } from '@/text/areas/staff-letters';
import { whenText } from '@/text/times';

interface LetterRowProps {
  letter: LetterCard;
  busy: boolean;
  onRerun: (letterId: string) => void;
}

/** What it was to do, on what, and why it cannot. */
export function LetterRow({ letter, busy, onRerun }: LetterRowProps) {
  const { letterId, kind, target, collection, deciderId, why, tries, atMs } = letter;
  return (
    <Card className="ll-mb-12" id={`letter-${letterId}`}>
      <View className="ll-strong">{words.kinds[kind] ?? words.other(kind)}</View>
      <View className="ll-note ll-mt-8">{words.target(target)}</View>
      <View className="ll-note">{words.from(collection, deciderId)}</View>
      <View className="ll-note ll-honey ll-mt-8">{why}</View>
      <View className="ll-cap ll-mt-8 ll-mb-8">{words.tries(tries, whenText(atMs, serverNowMs()))}</View>
      <Button block busy={busy} onTap={() => onRerun(letterId)} id={`rerun-${letterId}`}>
        {words.rerun}
      </Button>
    </Card>
  );
}
