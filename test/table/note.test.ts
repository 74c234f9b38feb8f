import fc from 'fast-check';
import { withOwnLines } from '../../src/table/note';

test('a note that was empty holds the own lines', () => {
  expect(withOwnLines('', ['Hours', 'Complete'])).toBe('▦ Hours\n▦ Complete');
});

test("a user's note stays before them", () => {
  expect(withOwnLines('ask Finance', ['Hours'])).toBe('ask Finance\n▦ Hours');
});

test('own lines are replaced where they are', () => {
  expect(withOwnLines('before\n▦ old\n▦ older\nafter', ['new'])).toBe('before\n▦ new\nafter');
});

const lines = fc.array(fc.stringMatching(/^[a-z ]{0,10}$/), { maxLength: 4 });

test("no line of the user's is ever lost, and doing it twice changes nothing", () => {
  fc.assert(
    fc.property(lines, lines, lines, (mine, first, second) => {
      const note = withOwnLines(withOwnLines(mine.join('\n'), first), second);
      const kept = note.split('\n').filter((line) => !line.startsWith('▦'));
      expect(kept.join('\n').trim()).toBe(mine.join('\n').trim());
      expect(withOwnLines(note, second)).toBe(note);
    }),
  );
});
