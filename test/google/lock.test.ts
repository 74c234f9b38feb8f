import { documentLock } from '../../src/google/documentLock';
import { written } from '../../src/google/flush';
import { userLock } from '../../src/google/lock';
import { install } from './fakes';

let did: string[];
let free: boolean;
let flushed: () => void;

beforeEach(() => {
  did = [];
  free = true;
  flushed = () => did.push('flush');
  const lock = {
    tryLock: () => {
      did.push('lock');
      return free;
    },
    releaseLock: () => did.push('release'),
  };
  install({
    LockService: { getDocumentLock: () => lock, getUserLock: () => lock },
    SpreadsheetApp: { flush: () => flushed() },
  });
});

const work = () => {
  written();
  did.push('work');
  return 42;
};

describe('the lock of a document', () => {
  test('is released after what was written is flushed', () => {
    expect(documentLock.hold(work)).toBe(42);
    expect(did).toEqual(['lock', 'work', 'flush', 'release']);
  });

  test('that somebody else keeps is a problem to try later, and nothing is done', () => {
    free = false;
    expect(() => documentLock.hold(work)).toThrow('Another refresh is writing to this spreadsheet.');
    expect(did).toEqual(['lock']);
  });

  test('is released when the work fails, whose error counts', () => {
    flushed = () => {
      throw new Error('Service Spreadsheets timed out');
    };
    const fail = () => {
      written();
      throw new Error('mine');
    };
    expect(() => documentLock.hold(fail)).toThrow('mine');
    expect(did.at(-1)).toBe('release');
  });
});

test('the lock of a user flushes nothing: properties are written at once', () => {
  expect(userLock.hold(work)).toBe(42);
  expect(did).toEqual(['lock', 'work', 'release']);
});
