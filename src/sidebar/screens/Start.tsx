import { useState } from 'preact/hooks';
import type { ReportView } from '../../actions/overview';
import type { QueryAccount } from '../../query/query';
import { firstAccounts } from '../model/accounts';
import { newDraft } from '../model/draft';
import { refusalOf } from '../model/marks';
import { Accounts } from '../parts/Accounts';
import { IconButton } from '../parts/Button';
import { Icon, type IconName } from '../parts/Icon';
import { KeyTool } from '../parts/KeyTool';
import { Screen } from '../parts/Screen';
import { useApp } from '../state/context';
import { newFromJson } from '../state/exchange';
import { words } from '../words';

/** How report types are told apart at a glance; one that comes later gets the last. */
const ICONS: Record<string, IconName> = {
  'time-entries': 'clock',
  projects: 'folder',
  tasks: 'tasks',
  clients: 'briefcase',
  users: 'users',
  tags: 'tag',
};

/** The second step: of which account, and what. */
export function Start({ accounts: given }: { accounts?: QueryAccount[] }) {
  const { app, state } = useApp();
  const { overview } = state;
  const [accounts, setAccounts] = useState(
    () => given ?? firstAccounts(overview.logins, overview.lastAccounts),
  );
  const [missing, setMissing] = useState(false);
  const choose = (report: ReportView, own: boolean) => {
    if (accounts.length === 0) {
      setMissing(true);
      document.querySelector<HTMLElement>('[data-testid="accounts"] input')?.focus();
      return;
    }
    app.keep({ name: 'start', accounts });
    const draft = newDraft(report, accounts, overview);
    app.go(own ? { name: 'editor', draft, section: 'report' } : { name: 'check', draft });
  };
  return (
    <Screen
      testId="start"
      title={words.start.title}
      tools={
        <>
          <KeyTool accounts={accounts} />
          {overview.queries.length === 0 && (
            <IconButton
              icon="gear"
              label={words.home.settings}
              onClick={() => app.go({ name: 'settings' })}
            />
          )}
        </>
      }
    >
      <Accounts
        chosen={accounts}
        onChange={setAccounts}
        error={missing && accounts.length === 0 ? words.start.accountMissing : undefined}
      />
      <h2 class="label">{words.start.reports}</h2>
      <ul class="cards">
        {overview.reports.map((report) => (
          <Card
            key={report.id}
            icon={ICONS[report.id] ?? 'rows'}
            title={report.title}
            text={report.sentence}
            mark={refusalOf(report, accounts, overview.logins)}
            onClick={() => choose(report, false)}
          />
        ))}
        <Card
          icon="spark"
          title={words.start.own}
          text={words.start.ownSentence}
          onClick={() => choose(overview.reports[0], true)}
        />
        <Card
          icon="braces"
          title={words.json.from}
          text={words.json.fromSentence}
          onClick={() => void newFromJson(app)}
        />
      </ul>
    </Screen>
  );
}

function Card({
  icon,
  title,
  text,
  mark = null,
  onClick,
}: {
  icon: IconName;
  title: string;
  text: string;
  /** What keeps it from the login. */
  mark?: string | null;
  onClick(): void;
}) {
  return (
    <li>
      <button type="button" class="choice" onClick={onClick}>
        <span class="choice-icon">
          <Icon name={icon} />
        </span>
        <span class="choice-text">
          <span class="choice-title">{title}</span>
          <span class="choice-sentence">{text}</span>
          {mark && (
            <span class="choice-sentence field-mark">
              <Icon name="eyeOff" size={14} />
              {mark}
            </span>
          )}
        </span>
      </button>
    </li>
  );
}
