import { booleanOf, type Dataset, idOf, objectsOf, textOf, textsOf } from './dataset';

/** Who work is done for. */
export interface Client {
  id: string;
  name: string | null;
  email: string | null;
  ccEmails: string[];
  address: string | null;
  note: string | null;
  archived: boolean | null;
  currencyId: string | null;
  currencyCode: string | null;
  workspaceId: string | null;
}

/** All clients, archived ones too. */
export const clients: Dataset<Client> = {
  id: 'clients',
  title: 'clients',
  paging: { kind: 'paged', size: 5000 },
  dated: false,
  permission: 'the right to see clients',
  request: (scope, page) => ({
    host: 'core',
    path: `/workspaces/${scope.workspace}/clients`,
    query: { page: page.number, 'page-size': page.size },
  }),
  page(body) {
    const wire = objectsOf<Client>(body, 'the list of clients');
    const records = wire.map((client) => ({
      id: idOf(client.id, 'a client'),
      name: textOf(client.name),
      email: textOf(client.email),
      ccEmails: textsOf(client.ccEmails),
      address: textOf(client.address),
      note: textOf(client.note),
      archived: booleanOf(client.archived),
      currencyId: textOf(client.currencyId),
      currencyCode: textOf(client.currencyCode),
      workspaceId: textOf(client.workspaceId),
    }));
    return { records, received: wire.length };
  },
  key: (client) => client.id,
  controls: [],
};
