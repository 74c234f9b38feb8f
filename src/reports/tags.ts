import { tags as dataset, type Tag } from '../datasets/tags';
import type { Report } from './report';

/** Every tag of the account, one row each. */
export const tags: Report<Tag> = {
  id: 'tags',
  title: 'Tags',
  sentence: 'Every tag of the account, archived ones too.',
  rows: 'tags',
  row: 'tag',
  dataset,
  records: (tag) => [tag as Tag],
  key: (tag) => tag.id,
  idField: 'tag-id',
  order: (tag) => (tag.name ?? '').toLowerCase(),
  defaults: ['tag', 'archived', 'tag-id'],
  fields: [
    {
      id: 'tag',
      title: 'Tag',
      role: 'dimension',
      type: 'text',
      sentence: 'The name of the tag.',
      entity: { kind: 'tag', ids: ({ id }) => [id] },
      each: true,
      read: (tag) => tag.name,
    },
    {
      id: 'archived',
      title: 'Archived',
      role: 'dimension',
      type: 'boolean',
      sentence: 'Whether the tag is archived.',
      read: (tag) => tag.archived,
    },
    {
      id: 'tags',
      title: 'Tags',
      role: 'metric',
      type: 'number',
      sentence: 'How many tags there are.',
      measure: { count: true },
    },
    {
      id: 'tag-id',
      title: 'Tag ID',
      role: 'dimension',
      type: 'text',
      sentence: "Clockify's id of the tag.",
      each: true,
      read: (tag) => tag.id,
    },
    {
      id: 'workspace-id',
      title: 'Account ID',
      role: 'dimension',
      type: 'text',
      sentence: "Clockify's id of the workspace.",
      read: (tag) => tag.workspaceId,
    },
  ],
};
