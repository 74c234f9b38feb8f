import { forMembers } from '../http/access';
import { archivedMatch, namesMatch } from '../http/match';
import { pageOf, sorted } from '../http/page';
import type { Client, Workspace } from '../model';

/** GET /clients: with `total-count`, which only this list and the tags have. */
export const getClients = forMembers({
  operation: 'getClients',
  answer({ workspace, query }) {
    const found = workspace.clients.filter(namesMatch(query)).filter(archivedMatch(query));
    const list = sorted(found, query['sort-order'], (client) =>
      query['sort-column'] === 'ID' ? client.id : client.name.toLowerCase(),
    );
    const answer = pageOf(list, query, (client) => renderClient(workspace, client));
    return { ...answer, headers: { ...answer.headers, 'total-count': String(list.length) } };
  },
});

export function renderClient(workspace: Workspace, client: Client) {
  return {
    id: client.id,
    name: client.name,
    email: client.email,
    ccEmails: client.ccEmails,
    workspaceId: workspace.id,
    archived: client.archived,
    address: client.address,
    note: client.note,
    currencyId: client.currency.id,
    currencyCode: client.currency.code,
  };
}
