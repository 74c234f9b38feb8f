import type { Dimension } from './report';

/** The account that a row comes from: a field that every report has, since every row is read from one. */
export const account: Dimension<unknown> = {
  id: 'account',
  title: 'Account',
  role: 'dimension',
  type: 'text',
  sentence: 'The account (Clockify workspace) that the row comes from.',
  group: null,
  read: (_, context) => context.account,
};
