import { randomBytes } from 'node:crypto';
import { stage, userCache } from '../../src/google/cache';
import { FakeCache, install, utilities } from './fakes';

let cache: FakeCache;

beforeEach(() => {
  cache = new FakeCache();
  install({ CacheService: { getUserCache: () => cache }, Utilities: utilities });
});

/** A text that gzip makes little smaller, of several parts. */
const long = () => randomBytes(200_000).toString('base64');

describe('a text in the cache', () => {
  test('comes back as it was, short or long, with whatever signs', () => {
    for (const text of ['', '€ "ü" \u{1f600}', long()]) {
      userCache.put('name', text);
      expect(userCache.get('name')).toBe(text);
    }
  });

  test('that was never there is null', () => {
    expect(userCache.get('name')).toBeNull();
  });

  test('of which one part is gone is gone as a whole', () => {
    userCache.put('name', long());
    expect(cache.held.size).toBeGreaterThan(2);
    cache.held.delete('name.1');
    expect(userCache.get('name')).toBeNull();
  });

  test('that is damaged is null, not an error', () => {
    userCache.put('name', 'text');
    cache.held.set('name.0', 'bm90IHBhY2tlZA==');
    expect(userCache.get('name')).toBeNull();
  });

  test('leaves nothing when it is removed, and neither does one whose number of parts is gone', () => {
    userCache.put('one', long());
    userCache.put('other', long());
    cache.held.delete('other');
    userCache.remove(['one', 'other']);
    expect([...cache.held.keys()]).toEqual([]);
  });
});

test('rows that wait are taken as they were put, and dropped rows are gone', () => {
  const rows = [['2026-01-01', 'a', ['x', 1, null, ['id']]]] as Parameters<typeof stage.put>[1];
  stage.put('job.0', rows);
  expect(stage.take('job.0')).toEqual(rows);
  stage.drop(['job.0']);
  expect(stage.take('job.0')).toBeNull();
});
