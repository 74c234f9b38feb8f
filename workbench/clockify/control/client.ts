import type { LoggedRequest, Violation } from '../log';
import type { Truth } from './truth';

/** The control calls, typed; each throws with the demo's message when it is refused. */
export interface Control {
  truth(question: TruthQuestion): Promise<Truth>;
  requests(): Promise<LoggedRequest[]>;
  clearRequests(): Promise<void>;
  violations(): Promise<Violation[]>;
  clearViolations(): Promise<void>;
  /** Back to the seed. */
  reset(): Promise<void>;
}

export interface TruthQuestion {
  /** Id or name. */
  workspace: string;
  /** Days, `yyyy-mm-dd`, both included, in `zone`. */
  from: string;
  to: string;
  zone: string;
  /** Epoch milliseconds; the real time when left out. */
  now?: number;
}

export function controlOf(url: string): Control {
  async function call<T>(method: string, path: string, body?: unknown): Promise<T> {
    const response = await fetch(`${url}/_demo/${path}`, {
      method,
      ...(body === undefined ? {} : { body: JSON.stringify(body) }),
    });
    const answer = (await response.json()) as T & { message?: string };
    if (!response.ok) throw new Error(answer.message);
    return answer;
  }
  const search = (query: object) =>
    new URLSearchParams(
      Object.entries(query)
        .filter(([, value]) => value !== undefined)
        .map(([name, value]): [string, string] => [name, String(value)]),
    );
  return {
    truth: (question) => call('GET', `truth?${search(question)}`),
    requests: () => call('GET', 'requests'),
    clearRequests: () => call('DELETE', 'requests'),
    violations: () => call('GET', 'violations'),
    clearViolations: () => call('DELETE', 'violations'),
    reset: () => call('POST', 'reset'),
  };
}
