import { forMembers } from '../http/access';
import { archivedMatch, namesMatch } from '../http/match';
import { pageOf, sorted } from '../http/page';

export const getTags = forMembers({
  operation: 'getTags',
  answer({ workspace, query }) {
    const excluded = new Set(((query['excluded-ids'] as string | undefined) ?? '').split(','));
    const found = workspace.tags
      .filter(namesMatch(query))
      .filter(archivedMatch(query))
      .filter((tag) => !excluded.has(tag.id));
    const list = sorted(found, query['sort-order'], (tag) =>
      query['sort-column'] === 'ID' ? tag.id : tag.name.toLowerCase(),
    );
    const answer = pageOf(list, query, (tag) => ({ ...tag, workspaceId: workspace.id }));
    return { ...answer, headers: { ...answer.headers, 'total-count': String(list.length) } };
  },
});
