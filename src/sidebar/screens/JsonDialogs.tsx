import { useEffect, useRef, useState } from 'preact/hooks';
import { Button } from '../parts/Button';
import { Field } from '../parts/Field';
import { Modal } from '../parts/Modal';
import { words } from '../words';

interface CopyProps {
  name: string;
  json: string;
  answer(text: string | null): void;
}

/** A query as JSON. Where the browser doesn't let the page copy, it is selected to be copied by hand. */
export function CopyJson({ name, json, answer }: CopyProps) {
  const area = useRef<HTMLTextAreaElement>(null);
  const [said, say] = useState('');
  useEffect(() => {
    area.current?.select();
    area.current?.scrollTo({ top: 0 });
  }, []);
  const copy = async () => {
    area.current?.select();
    try {
      await navigator.clipboard.writeText(json);
      say(words.json.copied);
    } catch {
      say(words.json.copyByHand);
    }
  };
  const actions = (
    <>
      <Button kind="primary" onClick={() => void copy()} testId="copy-json">
        {words.json.copyNow}
      </Button>
      <Button onClick={() => answer(null)}>{words.json.close}</Button>
    </>
  );
  return (
    <Modal title={words.json.copyTitle} onCancel={() => answer(null)} actions={actions}>
      <p>
        <strong>{name}</strong>
      </p>
      <Field label={words.json.label} hint={words.json.copyText}>
        {(attributes) => (
          <textarea ref={area} class="input json" readOnly rows={7} value={json} {...attributes} />
        )}
      </Field>
      <p class="hint" role="status">
        {said}
      </p>
    </Modal>
  );
}

/** Where a query is pasted that was copied elsewhere. */
export function PasteJson({ answer }: { answer(text: string | null): void }) {
  const [json, setJson] = useState('');
  const [tried, setTried] = useState(false);
  const done = () => (json.trim() === '' ? setTried(true) : answer(json));
  const actions = (
    <>
      <Button kind="primary" type="submit" testId="paste-json">
        {words.json.make}
      </Button>
      <Button onClick={() => answer(null)}>{words.common.cancel}</Button>
    </>
  );
  return (
    <Modal title={words.json.pasteTitle} onCancel={() => answer(null)} onSubmit={done} actions={actions}>
      <Field
        label={words.json.label}
        hint={words.json.pasteText}
        error={tried && json.trim() === '' ? words.json.missing : undefined}
      >
        {(attributes) => (
          <textarea
            class="input json"
            rows={7}
            spellcheck={false}
            maxLength={200_000}
            data-autofocus
            value={json}
            onInput={(event) => setJson(event.currentTarget.value)}
            {...attributes}
          />
        )}
      </Field>
    </Modal>
  );
}
