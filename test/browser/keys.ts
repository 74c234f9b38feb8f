import type { Visit } from './browser';

/** A person at the sidebar who has no mouse. */
export class Keys {
  constructor(private readonly visit: Visit) {}

  press(...keys: string[]): Promise<void> {
    return keys.reduce(
      (before, key) => before.then(() => this.visit.page.keyboard.press(key)),
      Promise.resolve(),
    );
  }

  type(text: string): Promise<void> {
    return this.visit.page.keyboard.type(text);
  }

  /** Tabs on until what has the focus is called so. */
  async tabTo(name: RegExp): Promise<void> {
    for (let times = 0; times < 70; times++) {
      if (name.test(await this.focused())) return;
      await this.press('Tab');
    }
    throw new Error(`the focus never comes to ${name}; it is on "${await this.focused()}"`);
  }

  /** Goes back until what has the focus is called so. */
  async backTo(name: RegExp): Promise<void> {
    for (let times = 0; times < 70; times++) {
      if (name.test(await this.focused())) return;
      await this.press('Shift+Tab');
    }
    throw new Error(`the focus never comes back to ${name}; it is on "${await this.focused()}"`);
  }

  /** The name of what has the focus in the sidebar: its label, or its text. */
  focused(): Promise<string> {
    return this.visit.frame().evaluate(nameOfFocused);
  }
}

/** In the frame. */
function nameOfFocused(): string {
  type Element = {
    tagName: string;
    innerText: string;
    labels?: ArrayLike<{ innerText: string }> | null;
    getAttribute(name: string): string | null;
  };
  const page = globalThis as unknown as { document: { activeElement: Element | null } };
  const element = page.document.activeElement;
  if (!element || element.tagName === 'BODY') return '';
  return element.getAttribute('aria-label') ?? element.labels?.[0]?.innerText ?? element.innerText;
}
