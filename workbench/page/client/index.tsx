import './style/index.css';
import { render } from 'preact';
import { App } from './App';
import { addHooks } from './hooks';
import { Page } from './page';

/** Opens the page for the user that its address names. */
async function main(): Promise<void> {
  const parameters = new URLSearchParams(window.location.search);
  const page = new Page(parameters.get('user') === '2' ? '2' : '1');
  page.begin(await page.server.state());
  document.title = `${page.shown.state.name} - Clocktable workbench`;
  addHooks(page);
  const open = async (container: HTMLElement) => {
    await page.open(container);
    if (parameters.get('sidebar') !== 'closed') await page.choose('Open', 'openSidebar');
  };
  const opened = (container: HTMLElement) => void open(container);
  render(<App page={page} opened={opened} />, document.getElementById('page')!);
}

void main();
