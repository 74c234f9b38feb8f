import { type Mark, marksOf } from '../logins/sight';
import type { Workspace } from '../logins/workspace';
import { neededFields } from '../plan/needed';
import { ProblemError } from '../problems/problem';
import type { Query } from '../query/query';
import { reportOf } from '../reports';
import type { AnyField, AnyReport } from '../reports/report';

/**
 * What of a query would be refused, empty or only a part if its accounts were these, as logins see them. A query whose report or
 * fields aren't known has no marks: what is wrong with it is said elsewhere.
 */
export function queryMarks(query: Query, accounts: Workspace[]): Mark[] {
  const asked = askedOf(query);
  if (asked === null) return [];
  const { report, fields } = asked;
  const fills = (query.fill ?? []).flatMap((kind) => {
    const dataset = kind === 'dates' ? undefined : report.fills?.[kind]?.dataset;
    return dataset === undefined ? [] : marksOf(dataset, [], accounts);
  });
  return [...marksOf({ ...report.dataset, title: report.title }, fields, accounts), ...fills];
}

/** The reasons of marks that some have and others hadn't, each once: what changes for the worse. */
export function newReasons(before: Mark[], after: Mark[]): string[] {
  const known = new Set(before.map(({ reason }) => reason));
  return [...new Set(after.map(({ reason }) => reason))].filter((reason) => !known.has(reason));
}

function askedOf(query: Query): { report: AnyReport; fields: AnyField[] } | null {
  try {
    const report = reportOf(query.report);
    return { report, fields: neededFields(query, report) };
  } catch (error) {
    if (error instanceof ProblemError) return null;
    throw error;
  }
}
