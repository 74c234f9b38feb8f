import { render } from 'preact';
import { clock } from './clock';
import { Root } from './Root';
import { call } from './server';
import { App } from './state/app';

const app = new App({
  call,
  now: clock,
  after(milliseconds, work) {
    const timer = setTimeout(work, milliseconds);
    return () => clearTimeout(timer);
  },
});

render(<Root app={app} />, document.getElementById('app') as HTMLElement);
void app.load();
