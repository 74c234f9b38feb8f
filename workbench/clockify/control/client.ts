import type { FaultRule } from '../faults';
import type { KeyName } from '../keys';
import type { LoggedRequest, Violation } from '../log';
import type { Person, Role, WorkspaceSettings } from '../model';
import type { TruthDimension } from './dimensions';
import type { EntryEdits } from './edits';
import type { TruthGroup } from './groups';
import type { ListName, ListTruth, Truth } from './truth';

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

export interface TruthGroupsQuestion extends TruthQuestion {
  /** None: one group of everything. */
  by: readonly TruthDimension[];
  /** For weeks; MONDAY when left out. */
  weekStart?: Person['weekStart'];
  /** Only what this key's owner sees; everything when left out. */
  seenBy?: KeyName;
}

/** A key of the demo and the workspaces that it sees. */
export interface KeyView {
  name: string;
  key: string;
  environment: string;
  person: string;
  workspaces: { id: string; name: string }[];
}

export type WorkspaceChange = Partial<WorkspaceSettings> & {
  workspace: string;
  name?: string;
  plan?: string;
  features?: string[];
};

/** The control calls, typed; each throws with the demo's message when it is refused. Workspaces by id or name. */
export interface Control {
  truth(question: TruthQuestion): Promise<Truth>;
  /** The same by dimensions, in the order of the groups' first entries; an entry with several tags is in several groups. */
  truthOfGroups(question: TruthGroupsQuestion): Promise<TruthGroup[]>;
  truthOfList(list: ListName, workspace: string): Promise<ListTruth>;
  world(): Promise<KeyView[]>;
  requests(): Promise<LoggedRequest[]>;
  clearRequests(): Promise<void>;
  violations(): Promise<Violation[]>;
  clearViolations(): Promise<void>;
  addFault(rule: FaultRule): Promise<void>;
  /** The rules that may still strike. */
  faults(): Promise<FaultRule[]>;
  clearFaults(): Promise<void>;
  /** Adds, edits and deletes entries; the ids are those of the added ones. */
  editEntries(edits: EntryEdits): Promise<{ ids: string[] }>;
  /** By the key itself or by its name in `keys`. */
  revokeKey(key: string): Promise<void>;
  restoreKey(key: string): Promise<void>;
  removeWorkspace(workspace: string): Promise<void>;
  /** `person` by name, mail address or id; null makes a regular member. */
  changeRole(change: { workspace: string; person: string; role: Role | null }): Promise<void>;
  changeWorkspace(change: WorkspaceChange): Promise<void>;
  /** Leaves a workspace the Free plan and as many people as have a seat in it. */
  endTrial(workspace: string): Promise<void>;
  /** Renames a project, client, tag, task, group or person. */
  rename(change: { workspace: string; id: string; name: string }): Promise<void>;
  /** Back to the seed; the request log and the violations stay. */
  reset(): Promise<void>;
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
    truthOfGroups: ({ by, ...question }) =>
      call('GET', `truth/groups?${search({ ...question, by: by.join() })}`),
    truthOfList: (list, workspace) => call('GET', `truth/${list}?${search({ workspace })}`),
    world: () => call('GET', 'world'),
    requests: () => call('GET', 'requests'),
    clearRequests: () => call('DELETE', 'requests'),
    violations: () => call('GET', 'violations'),
    clearViolations: () => call('DELETE', 'violations'),
    addFault: (rule) => call('POST', 'faults', rule),
    faults: () => call('GET', 'faults'),
    clearFaults: () => call('DELETE', 'faults'),
    editEntries: (edits) => call('POST', 'entries', edits),
    revokeKey: (key) => call('POST', 'keys/revoke', { key }),
    restoreKey: (key) => call('POST', 'keys/restore', { key }),
    removeWorkspace: (workspace) => call('POST', 'workspaces/remove', { workspace }),
    changeRole: (change) => call('POST', 'roles', change),
    changeWorkspace: (change) => call('POST', 'workspaces/change', change),
    endTrial: (workspace) => call('POST', 'trials/end', { workspace }),
    rename: (change) => call('POST', 'rename', change),
    reset: () => call('POST', 'reset', {}),
  };
}
