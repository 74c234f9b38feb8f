import { useState } from 'preact/hooks';
import { failedFor } from '../model/banners';
import { changesOf, type Inspection, isHarmless } from '../model/inspection';
import { choiceName } from '../model/logins';
import { Button } from '../parts/Button';
import { Disclosure } from '../parts/Disclosure';
import { SelectField } from '../parts/Field';
import { focusFault } from '../parts/focus';
import { Icon } from '../parts/Icon';
import { type KeyFault, KeyField, KeyHelp, keyFaultOf } from '../parts/KeyField';
import { Modal } from '../parts/Modal';
import { ProblemCard } from '../parts/ProblemCard';
import { Region, regionOf } from '../parts/Region';
import { CallFailed, type SidebarProblem } from '../problem';
import { useApp, useWork } from '../state/context';
import { putLogin } from '../state/logins';
import { words } from '../words';

interface ReplaceKeyProps {
  /** The ids of the logins that may be meant. */
  logins: string[];
  /** Told the ids of the queries to refresh, with spaces between, or null when nothing was done. */
  answer(text: string | null): void;
}

/**
 * Asks for another key of a login. What is otherwise with it than with the one before is said before anything is replaced;
 * what failed for the old one can be refreshed right after.
 */
export function ReplaceKey({ logins: ids, answer }: ReplaceKeyProps) {
  const { app, state } = useApp();
  const { queries, logins } = state.overview;
  const meant = logins.filter((login) => ids.includes(login.id));
  const [chosen, setChosen] = useState((meant.find(({ refusedAt }) => refusedAt !== null) ?? meant[0])?.id);
  const login = meant.find(({ id }) => id === chosen);
  const [key, setKey] = useState('');
  const [region, setRegion] = useState('');
  const [found, setFound] = useState<Inspection | null>(null);
  const [problem, setProblem] = useState<SidebarProblem | null>(null);
  const [wrong, setWrong] = useState<KeyFault | null>(null);
  const [busy, work] = useWork();
  const failed = login ? failedFor(login, queries) : [];
  const [refresh, setRefresh] = useState(true);
  if (!login) return null;

  const given = () => ({ login: login.id, key: key.trim(), ...regionOf(region) });
  const replace = async (anyway: boolean) => {
    const { failed: mended, ...view } = await app.call('replaceKey', {
      ...given(),
      ...(anyway && { anyway }),
    });
    putLogin(app, view);
    await app.readQueries();
    app.say(words.replaceKey.replaced(view.name));
    const ids = new Set([...failed, ...mended].map((query) => query.id));
    answer(refresh && failed.length > 0 ? [...ids].join(' ') : '');
  };
  const attempt = (doing: () => Promise<void>) =>
    work(async () => {
      setProblem(null);
      try {
        await doing();
      } catch (error) {
        setFound(null);
        const fault = keyFaultOf(error, key);
        if (fault) {
          setWrong(fault);
          focusFault();
        } else if (error instanceof CallFailed) setProblem(error.problem);
        else throw error;
      }
    });
  const look = () => {
    setWrong(key.trim() === '' ? { key, text: words.connect.keyMissing } : null);
    if (key.trim() === '') return focusFault();
    attempt(async () => {
      const inspection = await app.call('inspectKey', given());
      if (isHarmless(inspection)) await replace(false);
      else setFound(inspection);
    });
  };
  const title = words.replaceKey.title;
  const tick = failed.length > 0 && (
    <label class="tick">
      <input
        type="checkbox"
        checked={refresh}
        onChange={(event) => setRefresh(event.currentTarget.checked)}
      />
      {words.replaceKey.refresh(failed.length)}
    </label>
  );
  if (found) {
    const actions = (
      <>
        <Button
          kind="danger"
          busy={busy}
          onClick={() => attempt(() => replace(!found.samePerson))}
          testId="replace-anyway"
        >
          {words.replaceKey.anyway}
        </Button>
        <Button onClick={() => setFound(null)} autoFocus>
          {words.replaceKey.another}
        </Button>
        <Button kind="quiet" onClick={() => answer(null)}>
          {words.common.cancel}
        </Button>
      </>
    );
    return (
      <Modal key="found" title={words.replaceKey.changes} onCancel={() => answer(null)} actions={actions}>
        <p>{words.replaceKey.nothingYet(login.name)}</p>
        <ul class="changed" data-testid="changes">
          {changesOf(found, login.id, queries).map((change) => (
            <li key={change}>
              <Icon name="alert" size={16} />
              <span>{change}</span>
            </li>
          ))}
        </ul>
        {found.gained.length > 0 && <p>{words.replaceKey.gained(found.gained.map(({ name }) => name))}</p>}
        {login.sharedBy !== null && <p class="hint">{words.replaceKey.shared}</p>}
        {tick}
      </Modal>
    );
  }
  const actions = (
    <>
      <Button kind="primary" type="submit" busy={busy} testId="replace-key">
        {busy ? words.replaceKey.checking : words.replaceKey.replace}
      </Button>
      <Button onClick={() => answer(null)}>{words.common.cancel}</Button>
    </>
  );
  return (
    <Modal key="asked" title={title} onCancel={() => answer(null)} onSubmit={look} actions={actions}>
      {meant.length > 1 && (
        <SelectField
          label={words.replaceKey.of}
          value={login.id}
          choices={meant.map((one) => ({ value: one.id, title: choiceName(one, logins) }))}
          onChange={setChosen}
        />
      )}
      <p>{words.replaceKey.text(login.name)}</p>
      {problem && <ProblemCard problem={problem} urgent />}
      <KeyField value={key} onInput={setKey} error={wrong?.key === key ? wrong.text : undefined} autoFocus />
      <KeyHelp level={3} />
      <Disclosure level={3} title={words.connect.region}>
        <Region value={region} onChange={setRegion} />
      </Disclosure>
      {tick}
    </Modal>
  );
}
