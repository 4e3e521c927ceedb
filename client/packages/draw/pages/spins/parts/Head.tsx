import { View } from '@tarojs/components';
import { Icon } from '@/components/Icon';
import { Card } from '@/components/Section';
import { serverNowMs } from '@/services/clock';
import { drawWords } from '@/text/areas/draw';
import { verifyWords as words } from '@/text/areas/verify';
import { whenText } from '@/text/times';
import type { OddsSpins } from '../../../of-draw';
import { Fingerprint } from '../../../parts/Fingerprint';
import type { Proofs } from '../useProofs';
import { Verdict } from './Verdict';
import '../index.scss';

/** What is published, since when this phone knows it, and what came of working it out. */
export function Head({ first, proofs }: { first: OddsSpins; proofs: Proofs }) {
  const { seedHash, seedHex, endsAtMs } = first;
  const { seal, isSealBroken, wrong } = proofs;
  const count = proofs.proofs.length;
  const seen = whenText(seal.seenAtMs, serverNowMs());
  return (
    <>
      {isSealBroken && <Verdict isTrue={false} title={words.changed} note={words.changedNote(seen)} />}
      {!isSealBroken && seedHex !== null && count > 0 && (
        <Verdict
          isTrue={wrong === 0}
          title={wrong === 0 ? words.counted(count) : words.wrong(wrong)}
          note={wrong === 0 ? words.countedNote : words.wrongNote}
        />
      )}
      <Card id="seals" title={seedHex === null ? words.toCome : first.title}>
        {seedHex === null && <Steps endsAtMs={endsAtMs} />}
        <Fingerprint name={drawWords.hash} hex={seal.seedHash} id="seed-hash" />
        <View className="ll-cap ll-mt-4">{words.witness(seen)}</View>
        {isSealBroken && <Fingerprint name={words.changed} hex={seedHash} id="seed-hash-now" />}
        {seedHex !== null && <Fingerprint name={drawWords.seed} hex={seedHex} id="seed" />}
      </Card>
    </>
  );
}

function Steps({ endsAtMs }: { endsAtMs: number }) {
  return (
    <View id="steps-to-come">
      <View className="ll-note">{words.toComeNote(whenText(endsAtMs, serverNowMs()))}</View>
      {words.steps.map((step) => (
        <View className="ll-flex ll-mt-8" key={step}>
          <Icon name="hourglass" size={16} className="ll-ink-3" />
          <View className="ll-note ll-ml-8">{step}</View>
        </View>
      ))}
    </View>
  );
}
