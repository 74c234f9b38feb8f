import { noteOf } from '../../src/job/note';
import { begin, entries, run } from './server';

test('a note counts the records of the table, not those of the lists that names come from', () => {
  const { job } = run(begin(), entries(3));
  const names = { ...job.lists[0], number: 9, stated: { records: 700 } };
  const withNames = {
    ...job,
    lists: [...job.lists, { ...names, reading: { ...names.reading, purpose: 'names' as const } }],
  };
  expect(noteOf(withNames, 0, { rows: 3, of: 3 }, [], 0)[2]).toBe('Complete: 3 of 3 entries');
});
