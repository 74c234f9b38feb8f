import { useState } from 'preact/hooks';
import { Button } from '../parts/Button';
import { TextField } from '../parts/Field';
import { focusFault } from '../parts/focus';
import { Modal } from '../parts/Modal';
import { Names } from '../parts/Names';
import { words } from '../words';

interface ShareProps {
  name: string;
  /** The name that others see, when it was given before. */
  as: string | null;
  /** What suggests itself as that name. */
  suggested: string;
  /** Told the name that others see, or null when nothing is to be shared. */
  answer(text: string | null): void;
}

/** Asks whether everybody here may refresh with a login, and says what that means. */
export function ShareLogin({ name, as, suggested, answer }: ShareProps) {
  const [given, setGiven] = useState(as ?? suggested);
  const [tried, setTried] = useState(false);
  const missing = given.trim() === '';
  const share = () => {
    setTried(true);
    if (missing) focusFault();
    else answer(given.trim());
  };
  const actions = (
    <>
      <Button kind="primary" type="submit" testId="share">
        {words.sharing.share}
      </Button>
      <Button onClick={() => answer(null)} autoFocus>
        {words.common.cancel}
      </Button>
    </>
  );
  return (
    <Modal title={words.sharing.title(name)} onCancel={() => answer(null)} onSubmit={share} actions={actions}>
      <p>{words.sharing.means}</p>
      <p class="hint">{words.sharing.goesOn}</p>
      {as === null ? (
        <TextField
          label={words.sharing.name}
          value={given}
          onInput={setGiven}
          hint={words.sharing.nameHint}
          error={tried && missing ? words.sharing.nameMissing : undefined}
          maxLength={100}
        />
      ) : (
        <p>{words.sharing.as(as)}</p>
      )}
    </Modal>
  );
}

interface StopProps {
  name: string;
  /** The names of the queries that read with it. */
  queries: string[];
  answer(text: string | null): void;
}

/** Asks before a login is private again, and names what others can't refresh any more. */
export function StopSharing({ name, queries, answer }: StopProps) {
  const actions = (
    <>
      <Button kind="danger" onClick={() => answer('')} testId="stop-sharing">
        {words.sharing.stop}
      </Button>
      <Button onClick={() => answer(null)} autoFocus>
        {words.common.cancel}
      </Button>
    </>
  );
  return (
    <Modal title={words.sharing.stopTitle(name)} onCancel={() => answer(null)} actions={actions}>
      {queries.length > 0 && <Names names={queries} />}
      <p>{words.sharing.stopText(queries.length)}</p>
    </Modal>
  );
}
