import { webOf } from '../../clockify/hosts';
import type { TimeEntry } from '../../datasets/timeEntry';
import { calendarDay } from '../calendar';
import type { Dimension } from '../report';
import { dayOf } from './time';

/** Where an entry and what it is about is found in Clockify: addresses of its pages, and ids. */
export const ids: Dimension<TimeEntry>[] = [
  {
    id: 'entry-link',
    title: 'Entry link',
    role: 'dimension',
    type: 'text',
    sentence: "The web address of the person's entries of that day in Clockify's detailed report.",
    each: true,
    read: (entry, { region }) => linkToDay(entry, region),
  },
  {
    id: 'project-link',
    title: 'Project link',
    role: 'dimension',
    type: 'text',
    sentence: "The web address of the project's page in Clockify.",
    read: ({ projectId }, { region }) =>
      projectId === null ? null : `${webOf(region)}/projects/${encodeURIComponent(projectId)}/edit`,
  },
  {
    id: 'entry-id',
    title: 'Entry ID',
    role: 'dimension',
    type: 'text',
    sentence: "Clockify's id of the time entry.",
    each: true,
    read: (entry) => entry.id,
  },
  {
    id: 'user-id',
    title: 'User ID',
    role: 'dimension',
    type: 'text',
    sentence: "Clockify's id of the person.",
    group: 'USER',
    read: (entry) => entry.userId,
  },
  {
    id: 'project-id',
    title: 'Project ID',
    role: 'dimension',
    type: 'text',
    sentence: "Clockify's id of the project.",
    group: 'PROJECT',
    read: (entry) => entry.projectId,
  },
  {
    id: 'client-id',
    title: 'Client ID',
    role: 'dimension',
    type: 'text',
    sentence: "Clockify's id of the client.",
    group: 'CLIENT',
    read: (entry) => entry.clientId,
  },
  {
    id: 'task-id',
    title: 'Task ID',
    role: 'dimension',
    type: 'text',
    sentence: "Clockify's id of the task.",
    read: (entry) => entry.taskId,
  },
  {
    id: 'tag-ids',
    title: 'Tag IDs',
    role: 'dimension',
    type: 'text',
    sentence: "Clockify's ids of the tags, with commas between them.",
    names: (entry) => entry.tagIds,
    read: (entry) => entry.tagIds.join(', '),
  },
  {
    id: 'approval-id',
    title: 'Approval ID',
    role: 'dimension',
    type: 'text',
    feature: 'APPROVAL',
    sentence: "Clockify's id of the approval request that the entry is part of.",
    read: (entry) => entry.approvalRequestId,
  },
  {
    id: 'invoice-id',
    title: 'Invoice ID',
    role: 'dimension',
    type: 'text',
    feature: 'INVOICING',
    sentence: "Clockify's id of the invoice that the entry is on.",
    read: (entry) => entry.invoiceId,
  },
];

/** Clockify has no page for an entry: its detailed report is as near as an address gets. */
function linkToDay(entry: TimeEntry, region: string): string | null {
  const serial = dayOf(entry);
  if (serial === null) return null;
  const { yearMonth, month } = calendarDay(serial);
  const day = `${yearMonth}-${String(serial - month + 1).padStart(2, '0')}`;
  const people = entry.userId === null ? '' : `&filterValuesData=${filterOf(entry.userId)}`;
  return `${webOf(region)}/reports/detailed?start=${day}T00:00:00.000Z&end=${day}T23:59:59.999Z${people}`;
}

function filterOf(user: string): string {
  return encodeURIComponent(JSON.stringify({ users: [user] }));
}
