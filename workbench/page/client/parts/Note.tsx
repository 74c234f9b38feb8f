import { useEffect, useRef, useState } from 'preact/hooks';
import { actionsOf } from '../actions';
import type { Page } from '../page';
import { usePage, useShown } from './usePage';

const requests = new EventTarget();

/** Asks for the note of the selected cell. */
export function askForNote(page: Page): void {
  requests.dispatchEvent(new CustomEvent('note', { detail: actionsOf(page).first('note') ?? '' }));
}

/** The note under the pointer, beside its cell; that of the selected cell is written in a dialog. */
export function Note() {
  const page = usePage();
  const { note } = useShown();
  const dialog = useRef<HTMLDialogElement>(null);
  const [text, setText] = useState('');
  useEffect(() => {
    const open = (event: Event) => {
      setText((event as CustomEvent<string>).detail);
      dialog.current?.showModal();
    };
    requests.addEventListener('note', open);
    return () => requests.removeEventListener('note', open);
  }, []);
  const save = () => {
    actionsOf(page).note(text.trim() === '' ? null : text);
    dialog.current?.close();
  };
  return (
    <>
      {note && (
        <aside class="note" aria-label="Note" style={{ left: `${note.x + 4}px`, top: `${note.y}px` }}>
          {note.text}
        </aside>
      )}
      <dialog ref={dialog} class="note-dialog" aria-label="Note">
        <label class="field">
          Note
          <textarea
            class="writing"
            rows={5}
            value={text}
            onInput={({ currentTarget }) => setText(currentTarget.value)}
          />
        </label>
        <div class="buttons">
          <button type="button" class="choice primary" onClick={save}>
            Save
          </button>
          <button type="button" class="choice" onClick={() => dialog.current?.close()}>
            Cancel
          </button>
        </div>
      </dialog>
    </>
  );
}
