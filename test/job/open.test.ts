import { begin, entries, run } from './server';

const byClient = { grain: 'grouped', columns: [{ field: 'client' }, { field: 'hours' }] } as const;
const query = { ...byClient, columns: [...byClient.columns] };

/** The datasets that were asked, in their order, by a server that answers sums in this way. */
function asked(sums: Parameters<typeof run>[1]) {
  const seen: string[] = [];
  const { job } = run(begin(query), (page, current, number) => {
    const { reading } = current.lists.find((list) => list.number === number)!;
    seen.push(reading.dataset);
    return reading.dataset === 'time-sums' ? sums(page, current, number) : entries(10)(page, current, number);
  });
  return { job, seen };
}

const failure = { kind: 'unreadable', status: 200, message: 'a sum of no seconds' } as const;

describe('sums', () => {
  test('that leave open what entries would say are read as entries, at once', () => {
    const { job, seen } = asked(() => ({ failure, undecided: true }) as never);
    expect(seen).toEqual(['time-sums', 'time-entries']);
    expect(job.state).toBe('committing');
    expect(job.lists.map(({ reading }) => reading)).toEqual([
      expect.not.objectContaining({ groups: expect.anything() }),
    ]);
  });

  test('by a group that Clockify does not know are read as entries', () => {
    const { seen } = asked(() => ({ kind: 'refused', status: 400, message: 'Invalid group name' }));
    expect(seen).toEqual(['time-sums', 'time-entries']);
  });

  test('that are refused for another reason are a problem', () => {
    const { job, seen } = asked(() => ({ kind: 'refused', status: 400, message: 'Nothing of the kind' }));
    expect(seen).not.toContain('time-entries');
    expect(job.state).toBe('failed');
  });
});
