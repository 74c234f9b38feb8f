import { handlers } from '../../../workbench/gas/calls/index';
import { kindOf, methods } from '../../../workbench/gas/methods';

const listed = Object.entries(methods).flatMap(([className, kinds]) =>
  Object.keys(kinds).map((name) => `${className}.${name}`),
);

describe('the table of methods', () => {
  test('lists nothing that the platform could not answer', () => {
    const unanswered = listed.filter((name) => kindOf(name) !== 'local' && !handlers[name]);
    expect(unanswered).toEqual([]);
  });

  test('lists all that the platform answers', () => {
    expect(Object.keys(handlers).filter((name) => kindOf(name) === undefined)).toEqual([]);
  });
});
