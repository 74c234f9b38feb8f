/** The people who can have the spreadsheet open, each with own properties, caches and permissions. */
export const users = ['user-1', 'user-2'] as const;

export type User = (typeof users)[number];

/** The user that a page is opened for: `?user=2` for the second one. */
export function userOf(parameter: string | null): User {
  return parameter === '2' || parameter === 'user-2' ? 'user-2' : 'user-1';
}
