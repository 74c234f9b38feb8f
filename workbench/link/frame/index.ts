import { type Answered, scriptRun } from '../../page/frame/run';
import type { LinkFrameSettings } from '../pages';

/*
 * What Google puts into the frame of a web app's page: `google.script.run`, and `google.script.url`, by which alone the page learns
 * what stands in the address. Everything goes by messages to the page around it, which is of another origin.
 */

/** What the server puts before this script. */
declare const linkSettings: LinkFrameSettings;

const { page, functions } = linkSettings;

type Said =
  | ({ type: 'answer'; id: number } & Answered)
  | { type: 'location'; id: number; hash: string; search: string };

const waiting = new Map<number, (said: Said) => void>();
let asked = 0;

/** Asks the page around, and hands on what it says. */
function ask(message: object, hear: (said: Said) => void): void {
  const id = asked++;
  waiting.set(id, hear);
  window.parent.postMessage({ ...message, id }, page);
}

window.addEventListener('message', ({ source, origin, data }: MessageEvent<Said>) => {
  if (source !== window.parent || origin !== page) return;
  waiting.get(data.id)?.(data);
  waiting.delete(data.id);
});

const run = scriptRun(
  functions,
  (functionName, args) =>
    new Promise((resolve) => {
      ask({ type: 'run', functionName, args }, (said) => said.type === 'answer' && resolve(said));
    }),
);

type Location = { hash: string; parameter: Record<string, string>; parameters: Record<string, string[]> };

const url = {
  getLocation(hear: (location: Location) => void): void {
    ask({ type: 'location' }, (said) => {
      if (said.type !== 'location') return;
      const entries = new URLSearchParams(said.search);
      const names = [...new Set(entries.keys())];
      hear({
        hash: said.hash,
        parameter: Object.fromEntries(names.map((name) => [name, entries.get(name) ?? ''])),
        parameters: Object.fromEntries(names.map((name) => [name, entries.getAll(name)])),
      });
    });
  },
};

Object.assign(window, { google: { script: { run, url } } });
