import { useState } from 'preact/hooks';
import { choiceName } from '../model/logins';
import { type Choice, type Missing, type MissingLogin, mendedBy, suggested } from '../model/missing';
import { Button } from '../parts/Button';
import { Disclosure } from '../parts/Disclosure';
import { SelectField } from '../parts/Field';
import { Modal } from '../parts/Modal';
import { ProblemCard } from '../parts/ProblemCard';
import { CallFailed, type SidebarProblem } from '../problem';
import { useApp, useWork } from '../state/context';
import { words } from '../words';

interface MapLoginsProps {
  missing: Missing;
  /** What the button that goes on says. */
  go?: string;
  /** Told the ids of the queries to refresh, with spaces between, or null when nothing was done. */
  answer(text: string | null): void;
}

/** The queries that could not be taken over, and the ids of the others, with spaces between. */
interface LeftOver {
  problems: { name: string; problem: SidebarProblem }[];
  going: string;
}

/** Up to how many queries are said what they read without being asked for it. */
const FEW = 3;

/**
 * Asks once for all that the queries here lack of whoever looks: which of their logins is to stand for each missing one, and
 * what changes with it; and whether the queries that lack an agreement alone may read.
 */
export function MapLogins({ missing, go = words.missing.go, answer }: MapLoginsProps) {
  const { app } = useApp();
  const [choice, setChoice] = useState<Choice>(() => suggested(missing));
  const [agree, setAgree] = useState(true);
  const [problem, setProblem] = useState<SidebarProblem | null>(null);
  const [left, setLeft] = useState<LeftOver | null>(null);
  const [busy, work] = useWork();
  const mended = mendedBy(missing, choice);
  const waiting = missing.agreements.filter(({ id }) => !mended.some((query) => query.id === id));
  const agreed = agree ? waiting : [];
  const idle = mended.length === 0 && agreed.length === 0;

  const use = () =>
    work(async () => {
      setProblem(null);
      try {
        const map = Object.entries(choice).flatMap(([login, to]) => (to ? [{ login, to }] : []));
        const shown = mended.map(({ id, digest }) => ({ query: id, digest }));
        const { left } = mended.length > 0 ? await app.call('mapLogins', { map, shown }) : { left: [] };
        for (const { id, digest } of agreed) await app.call('agreeToQuery', { query: id, digest });
        await app.readQueries();
        const failed = new Set(left.map(({ query }) => query));
        const going = [...mended, ...agreed].map(({ id }) => id).filter((id) => !failed.has(id));
        if (left.length === 0) answer(going.join(' '));
        else setLeft({ problems: left, going: going.join(' ') });
      } catch (error) {
        if (!(error instanceof CallFailed)) throw error;
        setProblem(error.problem);
        await app.readQueries();
      }
    });

  const actions = (
    <>
      <Button kind="primary" busy={busy} disabled={idle} onClick={use} testId="map-logins">
        {mended.length === 0 ? words.missing.goAgree : go}
      </Button>
      <Button onClick={() => answer(null)}>{words.missing.notNow}</Button>
    </>
  );
  if (left) return <Left problems={left.problems} onClose={() => answer(left.going)} />;
  return (
    <Modal title={words.missing.title} onCancel={() => answer(null)} actions={actions}>
      {missing.logins.length > 0 && (
        <p>
          {missing.logins.every(({ name }) => name !== null) ? words.missing.leadBlind : words.missing.lead}
        </p>
      )}
      {problem && <ProblemCard problem={problem} urgent />}
      {missing.logins.map((login) => (
        <OneMissing
          key={login.id}
          missing={login}
          chosen={choice[login.id] ?? ''}
          onChange={(to) => setChoice({ ...choice, [login.id]: to })}
        />
      ))}
      {missing.logins.length > 0 && (
        <div>
          <Button
            kind="quiet"
            icon="plus"
            onClick={() => {
              answer(null);
              app.go({ name: 'connect', mapping: true });
            }}
          >
            {words.missing.connect}
          </Button>
        </div>
      )}
      {mended.length > 0 && <Told title={words.missing.reads(mended.length)} queries={mended} />}
      {waiting.length > 0 && (
        <section class="agreements">
          <h3 class="label">{words.missing.agreeTitle(waiting.length)}</h3>
          <Told title={words.missing.reads(waiting.length)} queries={waiting} />
          <label class="tick">
            <input
              type="checkbox"
              checked={agree}
              onChange={(event) => setAgree(event.currentTarget.checked)}
            />
            {words.missing.agree}
          </label>
          <p class="hint">{words.missing.agreeText}</p>
        </section>
      )}
      <p class="hint">{words.missing.lands}</p>
    </Modal>
  );
}

interface OneMissingProps {
  missing: MissingLogin;
  chosen: string;
  onChange(login: string): void;
}

/** A login that isn't there: what reads with it, which of ours may stand for it, and what changes then. */
function OneMissing({ missing, chosen, onChange }: OneMissingProps) {
  const { state } = useApp();
  const { logins } = state.overview;
  const accounts = missing.accounts.map(({ name }) => name);
  const candidate = missing.candidates.find(({ login }) => login === chosen);
  const offered = missing.candidates.flatMap(({ login }) => {
    const own = logins.find(({ id }) => id === login);
    return own ? [{ value: login, title: choiceName(own, logins) }] : [];
  });
  return (
    <section class="missing" data-testid="missing-login">
      <h3>{missing.queries.map(({ name }) => name).join(', ')}</h3>
      <p class="hint">
        {missing.name === null ? words.missing.needs(accounts) : words.missing.blind(missing.name, accounts)}
      </p>
      {offered.length === 0 ? (
        <p>{words.missing.none}</p>
      ) : (
        <SelectField
          label={words.missing.use}
          value={chosen}
          choices={[...offered, { value: '', title: words.missing.later }]}
          onChange={onChange}
        />
      )}
      {candidate && candidate.says.length > 0 && (
        <ul class="says">
          {candidate.says.map((sentence) => (
            <li key={sentence}>{sentence}</li>
          ))}
        </ul>
      )}
    </section>
  );
}

/** What queries read: at once where there are few, else when somebody wants to see it. */
function Told({ title, queries }: { title: string; queries: MissingLogin['queries'] }) {
  const list = queries.map(({ id, name, changes }) => (
    <section key={id} class="changes">
      <h4>{name}</h4>
      <ul>
        {changes.map((sentence) => (
          <li key={sentence}>{sentence}</li>
        ))}
      </ul>
    </section>
  ));
  if (queries.length <= FEW) return <>{list}</>;
  return (
    <Disclosure level={3} title={title}>
      {list}
    </Disclosure>
  );
}

/** What could not be taken over, after the rest was. */
function Left({ problems, onClose }: Pick<LeftOver, 'problems'> & { onClose(): void }) {
  const actions = (
    <Button kind="primary" onClick={onClose} autoFocus>
      {words.links.done}
    </Button>
  );
  return (
    <Modal key="left" title={words.missing.leftTitle(problems.length)} onCancel={onClose} actions={actions}>
      {problems.map(({ name, problem }) => (
        <ProblemCard key={name} problem={problem} names={[name]} />
      ))}
    </Modal>
  );
}
