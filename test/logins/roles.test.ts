import { apiKey } from '../../src/clockify/apiKey';
import type { HttpRequest } from '../../src/clockify/http';
import type { Login } from '../../src/logins/login';
import { ROLES, type Role } from '../../src/logins/workspace';
import { Workspaces } from '../../src/logins/workspaces';
import { memoryStore } from '../agreements/memory';

const login: Login = {
  id: 'login',
  name: 'Agency',
  region: 'global',
  user: { id: 'person', name: 'Somebody', email: '' },
  timeZone: 'Etc/UTC',
  weekStart: 'MONDAY',
  activeWorkspace: null,
  addedAt: 0,
  owner: 'person',
  sharedBy: null,
  refusedAt: null,
  key: apiKey('a-key'),
};

/** The roles that are read of a workspace of somebody who has `own`, while the requests about `unanswered` are refused. */
function rolesRead(own: Role[], unanswered: Role[]): Role[] | null {
  const http = {
    send: (requests: HttpRequest[]) =>
      requests.map(({ url }) => {
        const role = ROLES.find((each) => url.endsWith(`roles=${each}`));
        const status = role && unanswered.includes(role) ? 403 : 200;
        const list = role && !own.includes(role) ? [] : [{ id: 'workspace', name: 'Acme' }];
        return { status, headers: {}, text: JSON.stringify(status === 200 ? list : {}) };
      }),
  };
  const clock = { now: () => 0, sleep: () => undefined };
  const [workspace] = new Workspaces(memoryStore(), memoryStore(), { http, clock, chance: () => 0 }).look(
    login,
  );
  return workspace.roles;
}

test.each<[string, Role[], Role[], Role[] | null]>([
  ['are those that were told', ['TEAM_MANAGER'], [], ['TEAM_MANAGER']],
  ['are none where all answers say so', [], [], []],
  ['aren’t known where one wasn’t told of', [], ['OWNER'], null],
  ['aren’t known where the only one wasn’t told of', ['PROJECT_MANAGER'], ['PROJECT_MANAGER'], null],
  ['are those of an owner, whatever else wasn’t told', ['OWNER'], ['PROJECT_MANAGER'], ['OWNER']],
])('roles %s', (_, own, unanswered, read) => {
  expect(rolesRead(own, unanswered)).toEqual(read);
});
