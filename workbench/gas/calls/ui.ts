import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { PlatformError, texts } from '../errors';
import type { Handle } from '../wire';
import type { Handler } from './call';
import { matching } from './check';

/** One line of an add-on's menu. */
export type MenuItem = 'separator' | { readonly caption: string; readonly functionName: string };

/** A sidebar as it was shown. */
export interface Sidebar {
  readonly title: string;
  readonly content: string;
  readonly user: string;
}

/** A message that was shown for some seconds. */
export interface Toast {
  readonly message: string;
  readonly title: string;
  readonly seconds: number;
}

/** Ui, Menu, HtmlService and ContentService. */
export const uiCalls: Record<string, Handler> = {
  'SpreadsheetApp.getUi': ({ execution }) => {
    if (execution.unattended) throw new PlatformError(texts.noUi);
    return { $: 'Ui' };
  },
  'Ui.createAddonMenu': () => ({ $: 'Menu', items: [] }),
  'Menu.addToUi': ({ platform, self }) => {
    platform.menu = self.items as MenuItem[];
    return undefined;
  },
  'Ui.showSidebar': (call) => {
    const [output] = matching(call, ['HtmlOutput']) as [Handle];
    const { title, content } = output as unknown as { title?: string; content: string };
    call.platform.sidebar = { title: title ?? '', content, user: call.execution.user };
    return undefined;
  },
  'ContentService.createTextOutput': (call) => {
    const [content] = matching(call, ['string?']) as [string?];
    return { $: 'TextOutput', content: content ?? '', mimeType: 'TEXT' };
  },
  'HtmlService.createHtmlOutputFromFile': (call) => {
    const [name] = matching(call, ['string']) as [string];
    const file = join(call.platform.distDir, `${name.replace(/\.html$/, '')}.html`);
    if (!existsSync(file)) throw new PlatformError(`No HTML file named ${name} was found.`);
    return { $: 'HtmlOutput', content: readFileSync(file, 'utf8') };
  },
};
