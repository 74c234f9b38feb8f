import type { Http, HttpFailure, HttpResponse } from '../../src/clockify/http';
import { LinkProject } from '../../src/link/project';
import type { Done, Order, Wish } from '../../src/link/protocol';
import { ProblemError } from '../../src/problems/problem';
import type { Store } from '../../src/store/store';

export const TOKEN = 'a-token-of-enough-characters';
export const ADDRESS = 'https://script.google.com/macros/s/AKfycbTest/exec';
export const DAY = 86_400_000;

/** A store that can be looked into. */
export class MemoryStore implements Store {
  held: Record<string, string> = {};

  get(name: string): string | null {
    return this.held[name] ?? null;
  }

  set(name: string, value: string): void {
    this.held[name] = value;
  }

  setAll(values: Record<string, string>): void {
    Object.assign(this.held, values);
  }

  delete(name: string): void {
    delete this.held[name];
  }

  all(): Record<string, string> {
    return { ...this.held };
  }
}

/** A link project with a clock that stands still until it is moved. */
export class TestProject {
  readonly store = new MemoryStore();
  now = 1_000_000;
  readonly project = new LinkProject({
    store: this.store,
    lock: { hold: (work) => work() },
    clock: { now: () => this.now },
  });

  constructor() {
    this.store.set('link-token', TOKEN);
  }

  order(wish: Wish): Done {
    return this.project.order({ token: TOKEN, ...wish } as Order);
  }

  /** What is kept of links, by property. */
  kept(): string[] {
    return Object.keys(this.store.held).filter((name) => name !== 'link-token');
  }
}

/** The way from the add-on to a project, as Google's redirects make it; `answer` may put something else in its place. */
export class TestWay implements Http {
  sent: { method: string; url: string; body?: string }[] = [];
  answer: ((url: string) => HttpResponse | HttpFailure | undefined) | undefined;
  private last = '';

  constructor(private readonly project: TestProject) {}

  send(requests: Parameters<Http['send']>[0]): (HttpResponse | HttpFailure)[] {
    return requests.map(({ method, url, body }) => {
      this.sent.push({ method, url, body });
      const other = this.answer?.(url);
      if (other) return other;
      if (method === 'get') return { status: 200, headers: {}, text: this.last };
      this.last = this.execute(body ?? '');
      const location = 'https://script.googleusercontent.com/macros/echo?user_content_key=once';
      return { status: 302, headers: { location }, text: '<html>Moved</html>' };
    });
  }

  private execute(body: string): string {
    try {
      return JSON.stringify({ ok: true, value: this.project.project.order(JSON.parse(body) as Order) });
    } catch (error) {
      if (!(error instanceof ProblemError)) throw error;
      return JSON.stringify({ ok: false, problem: error.problem });
    }
  }
}
