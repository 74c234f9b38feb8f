import { BY_ID, booleanOf, type Dataset, idOf, objectsOf, textOf } from './dataset';

/** A label of time entries. */
export interface Tag {
  id: string;
  name: string | null;
  archived: boolean | null;
  workspaceId: string | null;
}

/** All tags, archived ones too. */
export const tags: Dataset<Tag> = {
  id: 'tags',
  title: 'tags',
  paging: { kind: 'paged', size: 5000 },
  dated: false,
  permission: 'the right to see tags',
  request: (scope, page) => ({
    host: 'core',
    path: `/workspaces/${scope.workspace}/tags`,
    query: { ...BY_ID, page: page.number, 'page-size': page.size },
  }),
  page(body) {
    const wire = objectsOf<Tag>(body, 'the list of tags');
    const records = wire.map((tag) => ({
      id: idOf(tag.id, 'a tag'),
      name: textOf(tag.name),
      archived: booleanOf(tag.archived),
      workspaceId: textOf(tag.workspaceId),
    }));
    return { records, received: wire.length };
  },
  key: (tag) => tag.id,
  controls: [],
};
