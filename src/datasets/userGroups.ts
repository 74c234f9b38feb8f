import { BY_ID, type Dataset, idOf, objectsOf, textOf, textsOf } from './dataset';

/** A group of users. */
export interface UserGroup {
  id: string;
  name: string | null;
  userIds: string[];
}

/** All user groups with the ids of their members. */
export const userGroups: Dataset<UserGroup> = {
  id: 'user-groups',
  title: 'user groups',
  paging: { kind: 'paged', size: 5000 },
  dated: false,
  permission: 'the right to see the team',
  request: (scope, page) => ({
    host: 'core',
    path: `/workspaces/${scope.workspace}/user-groups`,
    query: { ...BY_ID, page: page.number, 'page-size': page.size },
  }),
  page(body) {
    const wire = objectsOf<UserGroup>(body, 'the list of user groups');
    const records = wire.map((group) => ({
      id: idOf(group.id, 'a user group'),
      name: textOf(group.name),
      userIds: textsOf(group.userIds),
    }));
    return { records, received: wire.length };
  },
  key: (group) => group.id,
  controls: [],
};
