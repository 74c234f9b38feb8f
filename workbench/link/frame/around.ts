/*
 * The page around a web app's frame: it tells the frame what stands in the address, and sends its calls to the script. A frame
 * that loads another page is told nothing: messages are heard from the frame's own origin only.
 */

const frame = document.querySelector('iframe') as HTMLIFrameElement;
const token = document.currentScript?.dataset.token ?? '';
const frameOrigin = new URL(frame.src).origin;

type Asked =
  | { type: 'location'; id: number }
  | { type: 'run'; id: number; functionName: string; args: string };

window.addEventListener('message', ({ source, origin, data }: MessageEvent<Asked>) => {
  if (source !== frame.contentWindow || origin !== frameOrigin) return;
  const say = (message: object) => frame.contentWindow?.postMessage({ ...message, id: data.id }, frameOrigin);
  if (data.type === 'location') {
    say({ type: 'location', hash: location.hash.slice(1), search: location.search });
  } else if (data.type === 'run') {
    run(data.functionName, data.args).then((answer) => say({ type: 'answer', ...answer }));
  }
});

async function run(functionName: string, args: string): Promise<object> {
  try {
    const response = await fetch('/run', {
      method: 'POST',
      headers: { 'Content-Type': 'application/json', 'X-Workbench-Token': token },
      body: `{"functionName":${JSON.stringify(functionName)},"args":${args}}`,
    });
    const answer = await response.json();
    return typeof answer.ok === 'boolean' ? answer : { ok: false, message: String(answer.message) };
  } catch {
    return { ok: false, message: 'NetworkError: Connection failure due to HTTP 0' };
  }
}

export {};
