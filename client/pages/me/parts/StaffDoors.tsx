import { Cell } from '@/components/Cell';
import { Card } from '@/components/Section';
import { open } from '@/services/navigate';
import { meWords } from '@/text/areas/me';
import { staffDoorsOf } from './staffDoors';

/** Ways to the pages of staff, each for who may work there. */
export function StaffDoors({ roles }: { roles: readonly string[] }) {
  const doors = staffDoorsOf(roles);
  if (doors.length === 0) return null;
  return (
    <Card cells>
      {doors.map(({ id, icon, text, route, query }, index) => (
        <Cell key={id} first={index === 0} icon={icon} title={meWords[text]} onTap={() => open(route, query)} id={id} />
      ))}
    </Card>
  );
}
