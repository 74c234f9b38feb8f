import { useEffect, useRef, useState } from 'preact/hooks';
import { Button } from '../parts/Button';
import { Field } from '../parts/Field';
import { Modal } from '../parts/Modal';
import { words } from '../words';

interface LinkTextProps {
  text: string;
  answer(text: string | null): void;
}

/** The text to send with its link. Where the browser doesn't let the page copy, it is selected to be copied by hand. */
export function LinkText({ text, answer }: LinkTextProps) {
  const area = useRef<HTMLTextAreaElement>(null);
  const [said, say] = useState('');
  useEffect(() => {
    area.current?.scrollTo({ top: 0 });
  }, []);
  const copy = async () => {
    area.current?.select();
    try {
      await navigator.clipboard.writeText(text);
      say(words.links.copied);
    } catch {
      say(words.links.copyByHand);
    }
  };
  const actions = (
    <>
      <Button kind="primary" onClick={() => void copy()} autoFocus testId="copy-link">
        {words.links.copy}
      </Button>
      <Button onClick={() => answer(null)}>{words.links.done}</Button>
    </>
  );
  return (
    <Modal title={words.links.made} onCancel={() => answer(null)} actions={actions}>
      <p>{words.links.madeText}</p>
      <Field label={words.links.message} quiet>
        {(attributes) => (
          <textarea ref={area} class="input message" readOnly rows={9} value={text} {...attributes} />
        )}
      </Field>
      <p class="hint" role="status">
        {said}
      </p>
    </Modal>
  );
}

interface WithdrawProps {
  asker: string;
  purpose: string;
  answer(text: string | null): void;
}

/** Asks before a link no longer works. */
export function WithdrawLink({ asker, purpose, answer }: WithdrawProps) {
  const actions = (
    <>
      <Button kind="danger" onClick={() => answer('')} testId="withdraw">
        {words.links.withdraw}
      </Button>
      <Button onClick={() => answer(null)} autoFocus>
        {words.common.cancel}
      </Button>
    </>
  );
  return (
    <Modal title={words.links.withdrawTitle} onCancel={() => answer(null)} actions={actions}>
      <p>{words.links.withdrawText(asker, purpose)}</p>
      <p>{words.links.withdrawBreaks}</p>
    </Modal>
  );
}
