import { createRoot } from 'react-dom/client';
import type { LocalPerson } from './types';
import './chooser.scss';

/** Asks who to be; undefined means somebody new. Browser only: it stands over the app, which waits for the answer. */
export function askWho(people: LocalPerson[]): Promise<string | undefined> {
  const host = document.createElement('div');
  document.body.appendChild(host);
  const root = createRoot(host);
  return new Promise((resolve) => {
    const pick = (openid?: string) => {
      root.unmount();
      host.remove();
      resolve(openid);
    };
    root.render(<Chooser people={people} onPick={pick} />);
  });
}

function Chooser({ people, onPick }: { people: LocalPerson[]; onPick: (openid?: string) => void }) {
  return (
    <div className="ll-who" role="dialog" aria-label="选一位来用">
      <div className="ll-who__sheet">
        <div className="ll-t1">您想当谁？</div>
        <div className="ll-note ll-mt-4 ll-mb-12">这台机器上没有微信，选一位来用。新邻居什么都没有，正好从头看起。</div>
        <button type="button" className="ll-who__one ll-who__one--new" onClick={() => onPick()}>
          <span className="ll-strong">一位新邻居</span>
          <span className="ll-cap">第一次来</span>
        </button>
        {people.map((one) => (
          <button type="button" className="ll-who__one" key={one.openid} onClick={() => onPick(one.openid)}>
            <span className="ll-strong">{one.name}</span>
            <span className="ll-cap">{one.note}</span>
          </button>
        ))}
      </div>
    </div>
  );
}
