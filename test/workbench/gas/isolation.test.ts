import { closeAll, evaluate, open } from './open';

afterAll(closeAll);

/** In a script: climbs from a value to whatever function made its kind of functions, and asks that for the process. */
const climb = `
  const climb = (value) => {
    try { return value.constructor.constructor('return typeof process')(); } catch (error) { return 'no way: ' + error.name; }
  };
  const caught = (work) => { try { work(); } catch (error) { return error; } };
`;

const nowhere = /^undefined$|^no way/;

const values: [string, string][] = [
  ['the global object', 'globalThis'],
  ['a service', 'SpreadsheetApp'],
  ['a method', 'sheet.getRange'],
  ['cells', "sheet.getRange('A1:B2').getValues()"],
  ['bytes', "Utilities.newBlob('x').getBytes()"],
  ['decoded bytes', "Utilities.base64Decode('eA==')"],
  ['the error of a service', 'caught(() => sheet.getRange(0, 1))'],
  ['the error of a helper', "caught(() => Utilities.ungzip(Utilities.newBlob('x', 'application/x-gzip')))"],
  [
    'the frames of a stack',
    `(() => {
    const before = Error.prepareStackTrace;
    Error.prepareStackTrace = (_error, frames) => frames;
    const { stack } = new Error();
    Error.prepareStackTrace = before;
    return stack;
  })()`,
  ],
  [
    'a module that is asked for',
    "(() => { try { return import('fs'); } catch (error) { return error; } })()",
  ],
];

test.each(values)('%s leads a script to no process', async (_name, value) => {
  const { value: found } = await evaluate(`${climb} return climb(${value});`);
  expect(found).toMatch(nowhere);
});

test('errors of helpers at the end of the stack lead a script to no process', async () => {
  const { value: found } = await evaluate(`${climb}
    const errors = [];
    const dive = () => {
      try { dive(); } catch (error) {
        if (errors.length < 30) try { Utilities.base64Encode('x'); } catch (inner) { errors.push(inner); }
        throw error;
      }
    };
    caught(dive);
    return errors.map(climb);`);
  expect(found).not.toEqual([]);
  for (const each of found as string[]) expect(each).toMatch(nowhere);
});

describe('a call by name', () => {
  const code =
    'var kept = 1;\nfunction main() { return 1; }\nconst held = () => 2;\nfunction secret_() { return 3; }';

  test.each(['eval', 'Function', 'Date', 'constructor', 'toString', 'held', 'kept', 'SpreadsheetApp', ''])(
    'reaches no %s',
    async (name) => {
      const platform = await open(code);
      const finished = await platform.run(name, ['globalThis.constructor'], { via: 'client' });
      expect(finished).toMatchObject({ ok: false, error: { message: `Script function not found: ${name}` } });
    },
  );

  test.each(['__proto__', 'secret_'])('reaches no %s: its name says that it is private', async (name) => {
    const platform = await open(code);
    const message = `google.script.run.${name} is not a function`;
    expect(await platform.run(name, [], { via: 'client' })).toMatchObject({ ok: false, error: { message } });
  });

  test('reaches a function of the script', async () => {
    const platform = await open(code);
    expect(await platform.run('main', [], { via: 'client' })).toMatchObject({ ok: true, value: 1 });
  });
});
