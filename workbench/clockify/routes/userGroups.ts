import { forMembers } from '../http/access';
import { namesMatch } from '../http/match';
import { pageOf, sorted } from '../http/page';

export const getUserGroups = forMembers({
  operation: 'getUserGroups',
  answer({ workspace, query }) {
    const project = workspace.projects.find((each) => each.id === query['project-id']);
    const found = workspace.groups
      .filter(namesMatch(query))
      .filter(
        (group) => !query['project-id'] || group.people.some((person) => project?.members.includes(person)),
      );
    const list = sorted(found, query['sort-order'], (group) =>
      query['sort-column'] === 'ID' ? group.id : group.name.toLowerCase(),
    );
    return pageOf(list, query, (group) => ({
      id: group.id,
      name: group.name,
      workspaceId: workspace.id,
      userIds: group.people.map((person) => person.id),
      ...(query.includeTeamManagers === true && {
        teamManagers: group.managers.map(({ id, name }) => ({ id, name })),
      }),
    }));
  },
});
