import { Icon } from './Icon';
import { usePage, useShown } from './usePage';

/** Toasts, in the corner where Sheets has them, and the word that a menu's script runs. */
export function Messages() {
  const page = usePage();
  const { messages, script, drawer } = useShown();
  return (
    <>
      {script !== null && (
        <div class="script" role="status">
          Running script
        </div>
      )}
      <div class={`toasts ${drawer ? 'beside' : ''}`} aria-live="polite">
        {messages.map(({ key, title, text, bad }) => (
          <div key={key} class={`toast ${bad ? 'bad' : ''}`}>
            <div>
              {title && <strong>{title}</strong>}
              <p>{text}</p>
            </div>
            <button type="button" class="tool" aria-label="Dismiss" onClick={() => page.dismiss(key)}>
              <Icon name="close" size={16} />
            </button>
          </div>
        ))}
      </div>
    </>
  );
}
