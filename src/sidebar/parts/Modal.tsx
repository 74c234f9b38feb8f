import type { ComponentChildren } from 'preact';
import { useId, useLayoutEffect, useRef } from 'preact/hooks';

interface ModalProps {
  title: string;
  children: ComponentChildren;
  /** The buttons; the first is the one that goes on. */
  actions: ComponentChildren;
  onCancel(): void;
  onSubmit?(): void;
}

/**
 * A question before everything else: the browser's own modal dialog, which keeps the focus inside, closes at Escape and
 * gives the focus back to where it came from.
 */
export function Modal({ title, children, actions, onCancel, onSubmit }: ModalProps) {
  const id = useId();
  const dialog = useRef<HTMLDialogElement>(null);
  useLayoutEffect(() => {
    const element = dialog.current;
    element?.showModal();
    element?.querySelector<HTMLElement>('[data-autofocus]')?.focus();
    return () => element?.close();
  }, []);
  return (
    <dialog
      ref={dialog}
      class="modal"
      aria-labelledby={id}
      onCancel={(event) => {
        event.preventDefault();
        onCancel();
      }}
    >
      <form
        onSubmit={(event) => {
          event.preventDefault();
          onSubmit?.();
        }}
      >
        <h2 id={id}>{title}</h2>
        <div class="modal-body">{children}</div>
        <div class="modal-actions">{actions}</div>
      </form>
    </dialog>
  );
}
