import { useState } from 'preact/hooks';
import { refusedLogins } from '../model/banners';
import { Button } from '../parts/Button';
import { Disclosure } from '../parts/Disclosure';
import { focusFault } from '../parts/focus';
import { type KeyFault, KeyField, KeyHelp, keyFaultOf } from '../parts/KeyField';
import { Modal } from '../parts/Modal';
import { ProblemCard } from '../parts/ProblemCard';
import { Region, regionOf } from '../parts/Region';
import { CallFailed, type SidebarProblem } from '../problem';
import { useApp, useWork } from '../state/context';
import { words } from '../words';

interface ReplaceKeyProps {
  /** The id of the login. */
  login: string;
  /** Told the ids of the queries to refresh, with spaces between, or null when nothing was done. */
  answer(text: string | null): void;
}

/** Asks for another key of a login and offers to refresh what failed for the old one. */
export function ReplaceKey({ login: id, answer }: ReplaceKeyProps) {
  const { app, state } = useApp();
  const [key, setKey] = useState('');
  const [region, setRegion] = useState('');
  const [problem, setProblem] = useState<SidebarProblem | null>(null);
  const [wrong, setWrong] = useState<KeyFault | null>(null);
  const [busy, work] = useWork();
  const { queries, logins } = state.overview;
  const login = logins.find((candidate) => candidate.id === id);
  const failed = refusedLogins(queries, logins).find((refused) => refused.login.id === id)?.queries ?? [];
  const [refresh, setRefresh] = useState(true);
  const replace = () => {
    setWrong(key.trim() === '' ? { key, text: words.connect.keyMissing } : null);
    if (key.trim() === '') return focusFault();
    if (!login) return;
    work(async () => {
      setProblem(null);
      try {
        const view = await app.call('replaceKey', { login: id, key: key.trim(), ...regionOf(region) });
        app.patch({ logins: app.state.overview.logins.map((other) => (other.id === id ? view : other)) });
        const same = view.user.id === login.user.id;
        app.say(
          same
            ? words.replaceKey.replaced(view.name)
            : words.replaceKey.otherOwner(login.user.name, view.user.name),
        );
        answer(refresh ? failed.map((query) => query.id).join(' ') : '');
      } catch (error) {
        const fault = keyFaultOf(error, key);
        if (fault) {
          setWrong(fault);
          focusFault();
        } else if (error instanceof CallFailed) setProblem(error.problem);
        else throw error;
      }
    });
  };
  const actions = (
    <>
      <Button kind="primary" type="submit" busy={busy} testId="replace-key">
        {words.replaceKey.replace}
      </Button>
      <Button onClick={() => answer(null)}>{words.common.cancel}</Button>
    </>
  );
  return (
    <Modal title={words.replaceKey.title} onCancel={() => answer(null)} onSubmit={replace} actions={actions}>
      <p>{words.replaceKey.text(login?.name ?? '')}</p>
      {problem && <ProblemCard problem={problem} urgent />}
      <KeyField value={key} onInput={setKey} error={wrong?.key === key ? wrong.text : undefined} autoFocus />
      <KeyHelp level={3} />
      <Disclosure level={3} title={words.connect.region}>
        <Region value={region} onChange={setRegion} />
      </Disclosure>
      {failed.length > 0 && (
        <label class="tick">
          <input
            type="checkbox"
            checked={refresh}
            onChange={(event) => setRefresh(event.currentTarget.checked)}
          />
          {words.replaceKey.refresh(failed.length)}
        </label>
      )}
    </Modal>
  );
}
