import { plainText } from './plainText';

/** What words need to know of a field: fields of reports are these, and what the sidebar knows of them. */
export interface FieldWords {
  title: string;
  role: 'dimension' | 'metric';
  type: string;
  /** What a dimension of time counts in. */
  time?: string;
}

/** The fields of a report by their ids. */
export type Titles = ReadonlyMap<string, FieldWords>;

/** A field as it is said within a sentence: `billable hours`, `entry ID`. One that isn't known is said by its id. */
export function sayField(id: string, titles: Titles): string {
  const title = plainText(titles.get(id)?.title ?? id.replace(/[-_]+/g, ' ').trim(), 60);
  // Abbreviations stay as they are.
  return /^\p{Lu}(?!\p{Lu})/u.test(title)
    ? title.charAt(0).toLowerCase() + title.slice(1)
    : title || 'a field';
}

/** Names as people list them, those beyond `most` by their number: `a, b and c`, `a, b and 12 more`. */
export function listed(names: readonly string[], most: number, word: 'and' | 'or' = 'and'): string {
  const rest = names.length - most;
  if (rest > 0) return `${names.slice(0, most).join(', ')} ${word} ${rest} more`;
  return names.length > 1
    ? `${names.slice(0, -1).join(', ')} ${word} ${names[names.length - 1]}`
    : names.join('');
}
