import type { QueryView } from '../../actions/listQueries';
import type { Call } from '../entries';
import { receivedQueries } from '../model/received';
import { CallFailed } from '../problem';
import { words } from '../words';
import type { Question, State } from './state';

/** What of the sidebar agreeing takes. */
interface Asking {
  readonly state: State;
  readonly call: Call;
  view(id: string): QueryView | undefined;
  ask(question: Question): Promise<string | null>;
  patch(change: Partial<State['overview']>): void;
  readQueries(): Promise<void>;
  refresh(ids: string[]): Promise<boolean>;
}

/** How often it is asked anew because somebody changed a query while the dialog was open. */
const MOST_TIMES = 3;

/**
 * Shows in one dialog what others changed in queries, and agrees to it when told to by the button called `go`. Returns whether
 * all of them are agreed to now. Rejects with `CallFailed`.
 */
export async function agreeTo(app: Asking, ids: string[], go: string): Promise<boolean> {
  for (let times = 0; times < MOST_TIMES; times++) {
    const views = ids.map((id) => app.view(id)).filter((view) => view !== undefined);
    const changed = views.filter((view) => view.agreement !== null);
    if (changed.length === 0) return true;
    const queries = changed.map((view) => ({ name: view.name, changes: changesOf(view) }));
    const title = words.agreement.title(queries.length);
    if ((await app.ask({ kind: 'agree', title, go, queries })) === null) return false;
    try {
      for (const view of changed) await agreeToOne(app, view);
      return true;
    } catch (error) {
      // Changed once more meanwhile: what is agreed to is what was shown, and nothing else.
      if (!(error instanceof CallFailed) || error.problem.code !== 'agreement-outdated') throw error;
      await app.readQueries();
    }
  }
  return false;
}

async function agreeToOne(app: Asking, view: QueryView): Promise<void> {
  const digest = view.agreement?.digest;
  if (digest === undefined) return;
  const agreed = await app.call('agreeToQuery', { query: view.id, digest });
  const [now] = receivedQueries([agreed]);
  if (now)
    app.patch({ queries: app.state.overview.queries.map((other) => (other.id === now.id ? now : other)) });
}

function changesOf(view: QueryView): string[] {
  const changes = view.agreement?.changes ?? [];
  return changes.length > 0 ? changes : [words.agreement.unsaid];
}

/** Agrees to what others changed in these queries and refreshes them. */
export async function agreeAndRefresh(app: Asking, ids: string[]): Promise<void> {
  if (await agreeTo(app, ids, words.agreement.agreeAndRefresh)) await app.refresh(ids);
}
