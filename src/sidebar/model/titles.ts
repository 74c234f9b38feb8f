import type { ReportView } from '../../actions/overview';
import type { Titles } from '../../query/fieldWords';

/** The fields of a report by their ids. */
export function titlesOf(report: ReportView | undefined): Titles {
  return new Map(report?.fields.map((field) => [field.id, field]) ?? []);
}
