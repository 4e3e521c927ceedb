import { View } from '@tarojs/components';
import { useRouter } from '@tarojs/taro';
import { AsyncView } from '@/components/AsyncView';
import { Page, PageBody } from '@/components/Page';
import { SkeletonSlip } from '@/components/Skeleton';
import { useLoad } from '@/hooks/useLoad';
import { serverNowMs } from '@/services/clock';
import { resident, staff } from '@/services/doors';
import { openTab } from '@/services/navigate';
import { words } from '@/text';
import { emptyForm, formOf, type PlanForm } from './form';
import { Plan } from './parts/Plan';
import './index.scss';

/** An event before it is published, or what may still be put better after that. */
export default function EventPlanPage() {
  const { id } = useRouter().params;
  const load = useLoad(() => begin(id), [id]);
  return (
    <Page foot="tall">
      <PageBody>
        <AsyncView load={load} skeleton={<SkeletonSlip />} exitText={words.goHome} onExit={() => openTab('home')}>
          {({ form, estates }) => (
            <View id="plan">
              <Plan eventId={id ?? null} form={form} estates={estates} />
            </View>
          )}
        </AsyncView>
      </PageBody>
    </Page>
  );
}

interface Begun {
  readonly form: PlanForm;
  readonly estates: readonly { readonly estateId: string; readonly name: string }[];
}

async function begin(eventId: string | undefined): Promise<Begun> {
  const [estates, found] = await Promise.all([
    resident.ask('account.estates', {}),
    eventId === undefined ? null : staff.ask('event.guests', { eventId }),
  ]);
  const served = estates.rows.filter(({ service }) => service !== 'none');
  const form = found ? formOf(found.event) : { ...emptyForm(serverNowMs()), estateId: served[0]?.estateId ?? '' };
  return { form, estates: served };
}
