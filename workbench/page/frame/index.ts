import { setClockAhead } from './clock';
import { enter, fillKey, listenForF6 } from './keyboard';
import { type Answered, scriptRun } from './run';

/*
 * What Google puts into a sidebar's frame: `google.script.run` and `google.script.host`. Everything goes by messages to the
 * page around it, which is of another origin.
 */

/** What the server puts before this script: the page's origin, how far its clock is ahead, and the script's functions. */
declare const frameSettings: { page: string; ahead: number; functions: string[] };

const settings = frameSettings;

type Said =
  | ({ type: 'answer'; id: number } & Answered)
  | { type: 'clock'; ahead: number }
  | { type: 'enter' }
  | { type: 'fill'; key: string };

const setAhead = setClockAhead(settings.ahead);
const answers = new Map<number, (answer: Answered) => void>();
let calls = 0;

const say = (message: object) => window.parent.postMessage(message, settings.page);

window.addEventListener('message', ({ source, origin, data }: MessageEvent<Said>) => {
  if (source !== window.parent || origin !== settings.page) return;
  if (data.type === 'clock') setAhead(data.ahead);
  if (data.type === 'enter') enter();
  if (data.type === 'fill') say({ type: 'filled', done: fillKey(data.key) });
  if (data.type === 'answer') {
    answers.get(data.id)?.(data);
    answers.delete(data.id);
  }
});

listenForF6((back) => say({ type: 'leave', back }));

const run = scriptRun(
  settings.functions,
  (functionName, args) =>
    new Promise((resolve) => {
      const id = calls++;
      answers.set(id, resolve);
      say({ type: 'run', id, functionName, args });
    }),
);

const host = {
  close: () => say({ type: 'close' }),
  editor: { focus: () => say({ type: 'focus' }) },
  origin: settings.page,
};

Object.assign(window, { google: { script: { run, host } } });
