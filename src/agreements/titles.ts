import type { FieldWords, Titles } from '../query/fieldWords';
import { fieldsOf, reports } from '../reports';
import type { AnyReport } from '../reports/report';

/** The report with an id; nothing where there is none, which is no reason not to say what a query would do. */
export function reportNamed(id: string): AnyReport | undefined {
  return reports.find((report) => report.id === id);
}

/**
 * The titles of columns, by their keys, money first, so that nothing of it hides behind a long list. A field that its report
 * doesn't have is looked for in the others, since the report may have changed too.
 */
export function titlesOf(report: AnyReport | undefined, keys: string[]): string[] {
  const all = [...(report ? fieldsOf(report) : []), ...reports.flatMap(fieldsOf)];
  const columns = keys.map((key) => {
    const [id, show] = key.split(':');
    const field = all.find((known) => known.id === id);
    const title = field?.title ?? id;
    const ending =
      show === undefined ? '' : ` (${show === 'share' ? 'share of the total' : 'running total'})`;
    return { title: `${title}${ending}`, money: field?.type === 'money' || field?.needs !== undefined };
  });
  return [...columns.filter(({ money }) => money), ...columns.filter(({ money }) => !money)].map(
    ({ title }) => title,
  );
}

/** The fields of a report, for the words of its filters. */
export function wordsOf(report: AnyReport | undefined): Titles {
  return new Map((report ? fieldsOf(report) : []).map((field): [string, FieldWords] => [field.id, field]));
}
