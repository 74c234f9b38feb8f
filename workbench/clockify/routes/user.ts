import type { Route } from '../http/call';
import { renderPerson } from './people';

/** GET /user: the key's owner. Memberships stay empty unless asked for. */
export const getUser: Route = {
  operation: 'getUser',
  answer({ holder, query, state, target }) {
    const memberships = query['include-memberships']
      ? state.world.workspaces
          .filter((each) => each.environment === target.environment)
          .flatMap((workspace) => {
            const member = workspace.members.find((each) => each.person === holder.person);
            return member ? [{ workspace, member }] : [];
          })
      : [];
    return { body: renderPerson(holder.person, holder.activeWorkspace, memberships) };
  },
};
