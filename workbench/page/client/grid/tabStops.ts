/**
 * Takes the engine's own elements (its canvases, its hidden editor) out of the order of Tab: nobody sees that they have the focus. The
 * place around them is the one stop, and hands the keyboard on. Also those that the engine makes later.
 */
export function keepOutOfTabOrder(): void {
  const find = () => {
    for (const element of document.querySelectorAll<HTMLElement>(selector))
      if (element.tabIndex >= 0) element.tabIndex = -1;
  };
  new MutationObserver(find).observe(document.body, {
    subtree: true,
    childList: true,
    attributes: true,
    attributeFilter: ['tabindex', 'contenteditable'],
  });
  find();
}

const kinds = ['canvas', 'button', 'input', 'textarea', '[contenteditable]', '[tabindex]'];
const selector = kinds.flatMap((kind) => [`.grid ${kind}`, `body > :not(#page) ${kind}[data-u-comp]`]).join();
