import { ratesOf } from '../../entries/workdays';
import { hexId } from '../../ids';
import type { Entry, Member } from '../../model';
import type { Quirks } from './people';
import { texts, veryLong } from './texts';

type Details = Partial<Omit<Entry, 'id' | 'start' | 'end' | 'person'>>;

/** Writes entries down by wall time and offset, as in `2026-06-01T23:30:00+02:00`. */
class Pen {
  readonly entries: Entry[] = [];

  constructor(private readonly cast: Quirks) {}

  /** `end` null: the timer runs. Billable where there is a project that is, unless said. */
  write(member: Member, start: string, end: string | null, details: Details = {}): void {
    const project = details.project ?? null;
    const rates = ratesOf(this.cast.workspace, member, project, details.task ?? null);
    const from = Date.parse(start);
    this.entries.push({
      id: hexId('entry', this.cast.workspace.number, this.entries.length, from / 1000),
      start: from,
      end: end === null ? null : Date.parse(end),
      person: member.person,
      project,
      task: null,
      tags: [],
      description: '',
      billable: project?.billable ?? false,
      type: 'REGULAR',
      ...rates,
      ...details,
    });
  }
}

/**
 * The entries of Quirks, all on fixed days and shown whatever the clock says:
 *
 * | days | what |
 * |---|---|
 * | 2026-01-05 … | one description of `texts` a day at 10:00–10:30 Berlin, the very long one on 2026-01-31 |
 * | 2026-02-02 | nothing: no project, task, tags, text; tagIds null |
 * | 2026-02-03 … 06 | tags: [] · one · comma and quotes · `tags` in place of `tagIds` · archived tag |
 * | 2026-02-09 … 13 | entry types BREAK, HOLIDAY, TIME_OFF; locked; approved |
 * | 2026-02-16 … 19 | invoicing absent, [], {invoiceId}, {manuallyInvoiced}; rows with keys left out |
 * | 2026-02-23 … 27 | archived project and client; deleted person; both Supports; done task; no rate (amounts null) |
 * | 2026-03-02 … 06 | 1:07:00 at 100.00; thirds of a cent; JPY; USD; 0 seconds; 30 hours |
 * | 2026-03-08, 03-29, 10-25, 11-01 | around the DST changes of New York and Berlin |
 * | 2026-06-01 … 03 | 23:30–00:30; exactly at midnight; Kathmandu's and Kiritimati's day borders |
 * | 2026-06-10 | two running timers (end null) |
 */
export function quirksEntries(cast: Quirks): Entry[] {
  const pen = new Pen(cast);
  descriptions(pen, cast);
  tagsAndTypes(pen, cast);
  things(pen, cast);
  money(pen, cast);
  clocks(pen, cast);
  midnights(pen, cast);
  return pen.entries;
}

function descriptions(pen: Pen, { owner, supportA }: Quirks): void {
  texts.forEach((description, index) => {
    const date = `2026-01-${String(5 + index).padStart(2, '0')}`;
    pen.write(owner, `${date}T10:00:00+01:00`, `${date}T10:30:00+01:00`, { description, project: supportA });
  });
  pen.write(owner, '2026-01-31T10:00:00+01:00', '2026-01-31T10:30:00+01:00', { description: veryLong });
}

function tagsAndTypes(pen: Pen, { owner, supportA, tags, workspace }: Quirks): void {
  const at = (day: string, details: Details) =>
    pen.write(owner, `2026-02-${day}T09:00:00+01:00`, `2026-02-${day}T11:00:00+01:00`, details);
  at('02', { description: null, tags: null });
  at('03', { description: 'no tags', tags: [] });
  at('04', { description: 'one tag', tags: [tags.plain] });
  at('05', { description: 'awkward tags', tags: [tags.comma, tags.quotes, tags.formula] });
  at('06', {
    description: 'tags, not tagIds',
    tags: [tags.plain, tags.comma],
    more: { tagSpelling: 'tags' },
  });
  at('07', { description: 'archived tag', tags: [tags.archived] });
  at('09', { description: 'break', type: 'BREAK' });
  at('10', { description: 'holiday', type: 'HOLIDAY' });
  at('11', { description: 'time off', type: 'TIME_OFF' });
  at('12', { description: 'locked', project: supportA, more: { locked: true } });
  const approvalId = hexId('approval', workspace.number, 1);
  at('13', { description: 'approved', project: supportA, more: { locked: true, approvalId } });
  at('16', { description: 'invoicing absent', project: supportA });
  at('17', { description: 'invoicing empty', project: supportA, more: { invoicing: [] } });
  const invoiceId = hexId('invoice', workspace.number, 1);
  at('18', { description: 'invoiced', project: supportA, more: { invoicing: { invoiceId } } });
  const manual = { manuallyInvoiced: true };
  at('19', { description: 'invoiced by hand', project: supportA, more: { invoicing: manual } });
  const without = [
    'taskId',
    'tagIds',
    'type',
    'customFields',
    'approvalRequestId',
    'userEmail',
    'projectColor',
  ];
  at('20', { description: 'keys left out', project: supportA, more: { without } });
}

function things(pen: Pen, cast: Quirks): void {
  const at = (member: Member, day: string, details: Details) =>
    pen.write(member, `2026-02-${day}T13:00:00+01:00`, `2026-02-${day}T14:15:00+01:00`, details);
  at(cast.owner, '23', { description: 'archived', project: cast.archived });
  at(cast.deleted, '24', { description: 'by someone deleted', project: cast.supportA });
  at(cast.bare, '24', { description: 'settings null', project: cast.supportA });
  at(cast.owner, '25', { description: 'Support of Alpha', project: cast.supportA });
  at(cast.owner, '25', { description: 'Support of Beta', project: cast.supportB });
  at(cast.owner, '26', { description: 'done task', project: cast.supportA, task: cast.done });
  at(cast.owner, '26', { description: 'project named with a space', project: cast.nameless });
  const norate = { rate: null, costRate: null };
  at(cast.rateless, '27', { description: 'no rates', project: cast.nameless, ...norate });
}

function money(pen: Pen, cast: Quirks): void {
  const { owner, hundred, thirds, yen, dollars } = cast;
  const at = (day: string, end: string, details: Details) =>
    pen.write(owner, `2026-03-${day}T09:00:00+01:00`, `2026-03-${end}+01:00`, details);
  at('02', '02T10:07:00', { description: '1:07:00 at 100.00', project: hundred });
  at('03', '03T11:00:10', { description: '40055.555… minor units', project: thirds });
  at('03', '03T09:00:01', { description: 'one second', project: thirds });
  at('04', '04T10:30:00', { description: 'yen', project: yen });
  at('04', '04T10:30:00', { description: 'dollars', project: dollars });
  at('05', '05T09:00:00', { description: 'zero seconds', project: hundred });
  at('05', '06T15:00:00', { description: 'thirty hours', project: hundred });
  at('06', '06T17:00:00', { description: 'not billable', project: hundred, billable: false });
}

function clocks(pen: Pen, { owner, york, hundred }: Quirks): void {
  const project = hundred;
  pen.write(york, '2026-03-08T01:30:00-05:00', '2026-03-08T03:30:00-04:00', {
    description: 'spring, NY',
    project,
  });
  pen.write(owner, '2026-03-29T01:30:00+01:00', '2026-03-29T03:30:00+02:00', {
    description: 'spring',
    project,
  });
  pen.write(owner, '2026-03-29T23:00:00+02:00', '2026-03-30T00:15:00+02:00', {
    description: 'short day',
    project,
  });
  pen.write(owner, '2026-10-25T02:30:00+02:00', '2026-10-25T02:30:00+01:00', {
    description: 'autumn',
    project,
  });
  pen.write(owner, '2026-10-25T02:30:00+01:00', '2026-10-25T03:30:00+01:00', {
    description: 'second 2:30',
    project,
  });
  pen.write(owner, '2026-10-25T23:30:00+01:00', '2026-10-26T00:30:00+01:00', {
    description: 'long day',
    project,
  });
  pen.write(york, '2026-11-01T01:30:00-04:00', '2026-11-01T01:30:00-05:00', {
    description: 'autumn, NY',
    project,
  });
}

function midnights(pen: Pen, { owner, york, kathmandu, kiritimati, hundred }: Quirks): void {
  const project = hundred;
  const write = (member: Member, start: string, end: string | null, description: string) =>
    pen.write(member, start, end, { description, project });
  write(owner, '2026-06-01T23:30:00+02:00', '2026-06-02T00:30:00+02:00', 'across midnight');
  write(owner, '2026-06-02T00:00:00+02:00', '2026-06-02T01:00:00+02:00', 'from midnight, Berlin');
  write(owner, '2026-06-02T22:00:00+02:00', '2026-06-03T00:00:00+02:00', 'to midnight, Berlin');
  write(owner, '2026-06-02T23:59:59+02:00', '2026-06-03T00:00:01+02:00', 'last second, Berlin');
  write(kathmandu, '2026-06-02T00:00:00+05:45', '2026-06-02T00:45:00+05:45', 'from midnight, Kathmandu');
  write(kathmandu, '2026-06-02T23:59:59+05:45', '2026-06-03T01:00:00+05:45', 'last second, Kathmandu');
  write(york, '2026-06-02T00:00:00-04:00', '2026-06-02T01:00:00-04:00', 'from midnight, New York');
  write(kiritimati, '2026-06-03T00:00:00+14:00', '2026-06-03T02:00:00+14:00', 'from midnight, Kiritimati');
  write(owner, '2026-06-10T09:00:00+02:00', null, 'running');
  write(kathmandu, '2026-06-10T15:00:00+05:45', null, 'running too');
}
