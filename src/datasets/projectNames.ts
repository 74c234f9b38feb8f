import { BY_ID, booleanOf, type Dataset, idOf, objectsOf, textOf } from './dataset';

/** What a project is called, for those who pick one from a list. */
export interface ProjectName {
  id: string;
  name: string | null;
  clientName: string | null;
  archived: boolean | null;
}

/**
 * All projects that the key can see, archived ones too, without what hydration adds: so light that thousands come with one
 * request. Their memberships can't be left out, so a page that proves too heavy is halved.
 */
export const projectNames: Dataset<ProjectName> = {
  id: 'project-names',
  title: 'projects',
  paging: { kind: 'paged', size: 5000, least: 250 },
  dated: false,
  permission: 'the right to see projects',
  request: (scope, page) => ({
    host: 'core',
    path: `/workspaces/${scope.workspace}/projects`,
    query: { ...BY_ID, page: page.number, 'page-size': page.size },
  }),
  page(body) {
    const wire = objectsOf<ProjectName & { client?: { name?: unknown } | null }>(
      body,
      'the list of projects',
    );
    const records = wire.map((project) => ({
      id: idOf(project.id, 'a project'),
      name: textOf(project.name),
      clientName: textOf(project.clientName) ?? textOf(project.client?.name),
      archived: booleanOf(project.archived),
    }));
    return { records, received: wire.length };
  },
  key: (project) => project.id,
  controls: [],
};
