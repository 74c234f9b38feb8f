import type { Computed, Edit, PageEvent, PageState, RunAnswer, Selection } from '../protocol';

/** The page's server, for one user. Calls reject with a sentence for the person. */
export class Server {
  /** What this start of the server gave to its page. */
  private readonly token =
    document.querySelector<HTMLMetaElement>('meta[name="workbench-token"]')?.content ?? '';

  constructor(private readonly user: string) {}

  state(): Promise<PageState> {
    return this.ask('state');
  }

  /** A tab with all its cells, packed. */
  async tab(id: number): Promise<ArrayBuffer> {
    const response = await fetch(`/tab/${id}`, { headers: this.headers });
    if (!response.ok) throw new Error('The tab is gone');
    return response.arrayBuffer();
  }

  edit(tab: number, edit: Edit): Promise<void> {
    return this.ask('edit', { tab, edit });
  }

  select(selection: Selection): Promise<void> {
    return this.ask('select', selection);
  }

  computed(tab: number, computed: readonly Computed[]): Promise<void> {
    return this.ask('computed', { tab, computed });
  }

  run(functionName: string, args: unknown): Promise<RunAnswer> {
    return this.ask('run', { functionName, args });
  }

  choose(functionName: string): Promise<RunAnswer> {
    return this.ask('menu', { functionName });
  }

  rename(name: string): Promise<void> {
    return this.ask('name', { name });
  }

  turn(id: string, on: boolean, choice?: string): Promise<{ said: string }> {
    return this.ask('break', { id, on, choice });
  }

  /** Hears all that happens, from now on and again after the line was cut. */
  listen(hear: (event: PageEvent) => void, line: (open: boolean) => void): void {
    const source = new EventSource(`/events?user=${this.user}&token=${this.token}`);
    source.onmessage = ({ data }) => hear(JSON.parse(data) as PageEvent);
    source.onopen = () => line(true);
    source.onerror = () => {
      line(false);
      // It tries again by itself while nobody answers. An answer that refuses comes from another start, which has another token.
      if (source.readyState === EventSource.CLOSED) window.location.reload();
    };
  }

  /** Where the browser downloads a tab from. */
  csvAddress(tab: number, raw: boolean): string {
    return `/csv/${tab}?token=${this.token}${raw ? '&raw=1' : ''}`;
  }

  private get headers(): Record<string, string> {
    return { 'X-Workbench-Token': this.token };
  }

  private async ask<T>(path: string, body?: unknown): Promise<T> {
    const response = await fetch(`/${path}?user=${this.user}`, {
      method: body === undefined ? 'GET' : 'POST',
      headers: this.headers,
      ...(body === undefined ? {} : { body: JSON.stringify(body) }),
    });
    const answer = (await response.json()) as T & { message?: string };
    if (!response.ok) throw new Error(answer.message);
    return answer;
  }
}
