import { options, render } from 'preact';
import { clock } from './clock';
import { Root } from './Root';
import { call } from './server';
import { App } from './state/app';

/*
 * Effects run as soon as what they follow is drawn, not after the next frame: the list of a picker writes its text back into
 * the input in one, and would overwrite what a fast typist has typed since.
 */
options.requestAnimationFrame = queueMicrotask;

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
