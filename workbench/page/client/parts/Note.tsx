import { useEffect, useRef, useState } from 'preact/hooks';
import { actionsOf } from '../actions';
import type { Page } from '../page';
import { usePage, useShown } from './usePage';

const asked = new EventTarget();

/** Asks for the note of the selected cell. */
export function askForNote(page: Page): void {
  asked.dispatchEvent(new CustomEvent('note', { detail: actionsOf(page).first('note') ?? '' }));
}

/** The note of the selected cell: shown beside the grid's corner, written in a dialog. */
export function Note() {
  const page = usePage();
  const { rect } = useShown();
  const dialog = useRef<HTMLDialogElement>(null);
  const [text, setText] = useState('');
  useEffect(() => {
    const open = (event: Event) => {
      setText((event as CustomEvent<string>).detail);
      dialog.current?.showModal();
    };
    asked.addEventListener('note', open);
    return () => asked.removeEventListener('note', open);
  }, []);
  const note = page.activeTab?.sheet.layers.get('note', rect.row, rect.column);
  const save = () => {
    actionsOf(page).note(text.trim() === '' ? null : text);
    dialog.current?.close();
  };
  return (
    <>
      {note !== undefined && (
        <aside class="note" aria-label="Note">
          {note}
        </aside>
      )}
      <dialog ref={dialog} class="note-dialog" aria-label="Note">
        <label>
          Note
          <textarea rows={5} value={text} onInput={({ currentTarget }) => setText(currentTarget.value)} />
        </label>
        <div class="buttons">
          <button type="button" class="primary" onClick={save}>
            Save
          </button>
          <button type="button" onClick={() => dialog.current?.close()}>
            Cancel
          </button>
        </div>
      </dialog>
    </>
  );
}
