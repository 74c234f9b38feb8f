import { useState } from 'preact/hooks';
import { Button } from '../parts/Button';
import { TextField } from '../parts/Field';
import { Modal } from '../parts/Modal';
import { Names } from '../parts/Names';
import { useApp } from '../state/context';
import type { Question } from '../state/state';
import { words } from '../words';
import { CopyJson, PasteJson } from './JsonDialogs';
import { LinkText, WithdrawLink } from './LinkDialogs';
import { MapLogins } from './MapLogins';
import { ReplaceKey } from './ReplaceKey';
import { RemoveSchedule, ScheduleDialog } from './ScheduleDialog';
import { ShareLogin, StopSharing } from './ShareDialogs';

type DialogProps<K extends Question['kind']> = Extract<Question, { kind: K }> & {
  answer(text: string | null): void;
};

/** The question that has to be answered before anything else, if there is one. */
export function Dialogs() {
  const { state } = useApp();
  const { question } = state;
  switch (question?.kind) {
    case 'leave':
      return <Leave {...question} />;
    case 'amounts':
      return <Amounts {...question} />;
    case 'agree':
      return <Agree {...question} />;
    case 'delete-queries':
      return <DeleteQueries {...question} />;
    case 'rename-query':
      return <Rename {...question} title={words.renameQuery.title} />;
    case 'rename-login':
      return <Rename {...question} title={words.renameLogin.title} />;
    case 'replace-key':
      return <ReplaceKey {...question} />;
    case 'share-login':
      return <ShareLogin {...question} />;
    case 'stop-sharing':
      return <StopSharing {...question} />;
    case 'map-logins':
      return <MapLogins {...question} />;
    case 'schedule':
      return <ScheduleDialog {...question} />;
    case 'remove-schedule':
      return <RemoveSchedule {...question} />;
    case 'link-text':
      return <LinkText {...question} />;
    case 'withdraw-link':
      return <WithdrawLink {...question} />;
    case 'delete-login':
      return <DeleteLogin {...question} />;
    case 'forget':
      return <Forget {...question} />;
    case 'copy-json':
      return <CopyJson {...question} />;
    case 'paste-json':
      return <PasteJson {...question} />;
    default:
      return null;
  }
}

function Leave({ name, answer }: DialogProps<'leave'>) {
  const actions = (
    <>
      <Button kind="primary" onClick={() => answer(null)} autoFocus>
        {words.leave.stay}
      </Button>
      <Button onClick={() => answer('')}>{words.leave.leave}</Button>
    </>
  );
  return (
    <Modal title={words.leave.title} onCancel={() => answer(null)} actions={actions}>
      <p>{words.leave.text(name)}</p>
    </Modal>
  );
}

function Amounts({ titles, answer }: DialogProps<'amounts'>) {
  const actions = (
    <>
      <Button kind="primary" onClick={() => answer('')} autoFocus testId="amounts-yes">
        {words.amounts.go}
      </Button>
      <Button onClick={() => answer(null)}>{words.common.cancel}</Button>
    </>
  );
  return (
    <Modal title={words.amounts.title} onCancel={() => answer(null)} actions={actions}>
      <p>{words.amounts.text(titles)}</p>
      <p class="hint">{words.amounts.once}</p>
    </Modal>
  );
}

/** What queries that others changed, or made, are going to read with a login of ours. */
function Agree({ title, go, queries, answer }: DialogProps<'agree'>) {
  const actions = (
    <>
      <Button kind="primary" onClick={() => answer('')} testId="agree">
        {go}
      </Button>
      <Button onClick={() => answer(null)} autoFocus>
        {words.agreement.notNow}
      </Button>
    </>
  );
  return (
    <Modal title={title} onCancel={() => answer(null)} actions={actions}>
      {queries.map(({ name, changes }) => (
        <section key={name} class="changes">
          <h3>{name}</h3>
          <ul>
            {changes.map((change) => (
              <li key={change}>{change}</li>
            ))}
          </ul>
        </section>
      ))}
      <p class="hint">{words.agreement.lead}</p>
    </Modal>
  );
}

function DeleteQueries({ names, answer }: DialogProps<'delete-queries'>) {
  return (
    <Modal
      title={words.deleteQueries.title(names.length)}
      onCancel={() => answer(null)}
      actions={<DeleteOrNot answer={answer} />}
    >
      <Names names={names} />
      <p>{words.deleteQueries.text(names.length)}</p>
    </Modal>
  );
}

/** Deletes a login of ours, or takes one that somebody else shares out of this spreadsheet. */
function DeleteLogin({ name, queries, by, own, elsewhere, answer }: DialogProps<'delete-login'>) {
  const title = own ? words.settings.deleteTitle(name) : words.logins.removeTitle(name);
  const text = own
    ? words.settings.deleteText(queries.length)
    : words.logins.removeText(queries.length, by ?? '');
  return (
    <Modal
      title={title}
      onCancel={() => answer(null)}
      actions={<DeleteOrNot answer={answer} go={own ? words.common.delete : words.logins.remove} />}
    >
      {queries.length > 0 && <Names names={queries} />}
      <p>{text}</p>
      {own && by !== null && <p>{words.settings.deleteShared}</p>}
      {own && elsewhere > 0 && <p>{words.settings.deleteElsewhere(elsewhere)}</p>}
    </Modal>
  );
}

function DeleteOrNot({
  answer,
  go = words.common.delete,
}: {
  answer(text: string | null): void;
  go?: string;
}) {
  return (
    <>
      <Button kind="danger" onClick={() => answer('')} testId="confirm-delete">
        {go}
      </Button>
      <Button onClick={() => answer(null)} autoFocus>
        {words.common.cancel}
      </Button>
    </>
  );
}

function Rename({
  name: before,
  title,
  answer,
}: DialogProps<'rename-query' | 'rename-login'> & { title: string }) {
  const [name, setName] = useState(before);
  const done = () => name.trim() !== '' && answer(name.trim());
  const actions = (
    <>
      <Button kind="primary" type="submit">
        {words.common.rename}
      </Button>
      <Button onClick={() => answer(null)}>{words.common.cancel}</Button>
    </>
  );
  return (
    <Modal title={title} onCancel={() => answer(null)} onSubmit={done} actions={actions}>
      <TextField
        label={words.common.name}
        value={name}
        onInput={setName}
        error={name.trim() === '' ? words.check.nameMissing : undefined}
        maxLength={100}
        autoFocus
      />
    </Modal>
  );
}

function Forget({ logins, queries, elsewhere, others, answer }: DialogProps<'forget'>) {
  const [typed, setTyped] = useState('');
  const sure = typed.trim().toUpperCase() === words.forget.word;
  const actions = (
    <>
      <Button kind="danger" type="submit" disabled={!sure} testId="forget">
        {words.forget.go}
      </Button>
      <Button onClick={() => answer(null)}>{words.common.cancel}</Button>
    </>
  );
  return (
    <Modal
      title={words.forget.title}
      onCancel={() => answer(null)}
      onSubmit={() => sure && answer('')}
      actions={actions}
    >
      <p>{words.forget.text}</p>
      <ul class="names">
        {words.forget.items(logins, queries, others).map((item) => (
          <li key={item}>{item}</li>
        ))}
      </ul>
      {elsewhere > 0 && <p>{words.forget.elsewhere(elsewhere)}</p>}
      <p>{words.forget.tables}</p>
      <p class="hint">{words.forget.revoke}</p>
      <TextField label={words.forget.confirm} value={typed} onInput={setTyped} autoFocus />
    </Modal>
  );
}
