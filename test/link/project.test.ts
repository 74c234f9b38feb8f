import type { Order } from '../../src/link/protocol';
import { ProblemError } from '../../src/problems/problem';
import { DAY, TestProject, TOKEN } from './fakes';

const idOf = (number: number) => number.toString(16).padStart(32, '0');
const LINK = idOf(1);
const sealed = (digit: string) => `1.${digit.repeat(80)}`;

let test1: TestProject;

beforeEach(() => {
  test1 = new TestProject();
});

function make(link = LINK, person = 'ana', days: 1 | 3 | 7 = 3) {
  return test1.order({ order: 'make', link, ask: sealed('a'), days, person });
}

const visit = (answer?: string, link = LINK) => test1.project.visit({ link, answer });
const stateOf = (link = LINK) => visit(undefined, link).state;
const take = () => test1.order({ order: 'take', link: LINK });

function codeOf(work: () => unknown): string | undefined {
  try {
    work();
  } catch (error) {
    if (error instanceof ProblemError) return error.problem.code;
    throw error;
  }
  return undefined;
}

describe('a link that was made', () => {
  test('is open for its days and tells what is asked', () => {
    expect(make().expiresAt).toBe(test1.now + 3 * DAY);
    expect(visit()).toEqual({
      state: 'open',
      ask: sealed('a'),
      expiresAt: test1.now + 3 * DAY,
      kept: false,
    });
  });

  test('is not changed by being looked at, however often', () => {
    make();
    const before = test1.store.all();
    for (let time = 0; time < 5; time += 1) visit();
    expect(test1.store.all()).toEqual(before);
  });

  test('can be answered once, and tells nothing of it', () => {
    make();
    expect(visit(sealed('b'))).toMatchObject({ state: 'answered', kept: true, ask: null });
    expect(visit(sealed('c'))).toMatchObject({ state: 'answered', kept: false, ask: null });
    expect(JSON.stringify(visit())).not.toContain(sealed('b'));
    expect(take()).toEqual({ states: ['answered'], answer: sealed('b'), expiresAt: null });
  });

  test('takes the same answer again as the one it has', () => {
    make();
    visit(sealed('b'));
    const before = test1.store.all();
    expect(visit(sealed('b'))).toMatchObject({ state: 'answered', kept: true });
    expect(test1.store.all()).toEqual(before);
  });

  test('gives its answer as often as it is asked until that is picked up, and then has none', () => {
    make();
    visit(sealed('b'));
    expect([take().answer, take().answer]).toEqual([sealed('b'), sealed('b')]);
    expect(test1.order({ order: 'finish', link: LINK }).states).toEqual(['used']);
    expect(take()).toEqual({ states: ['used'], answer: null, expiresAt: null });
    expect(JSON.stringify(test1.store.all())).not.toContain(sealed('b'));
    expect(visit(sealed('b'))).toMatchObject({ state: 'used', kept: false });
    expect(take().answer).toBeNull();
  });

  test('that is withdrawn takes no answer, and loses the one it has', () => {
    make();
    visit(sealed('b'));
    expect(test1.order({ order: 'withdraw', link: LINK }).states).toEqual(['withdrawn']);
    expect(visit(sealed('c'))).toMatchObject({ state: 'withdrawn', kept: false, ask: null });
    expect(JSON.stringify(test1.store.all())).not.toMatch(/1\.(aa|bb|cc)/);
  });

  test('that was picked up stays so when it is withdrawn', () => {
    make();
    visit(sealed('b'));
    test1.order({ order: 'finish', link: LINK });
    expect(test1.order({ order: 'withdraw', link: LINK }).states).toEqual(['used']);
  });

  test('expires to the millisecond, and takes no answer then', () => {
    make(LINK, 'ana', 1);
    test1.now += DAY - 1;
    expect(stateOf()).toBe('open');
    test1.now += 1;
    expect(visit(sealed('b'))).toMatchObject({ state: 'expired', kept: false, ask: null });
    expect(take()).toEqual({ states: ['expired'], answer: null, expiresAt: null });
  });

  test('that was answered waits a week beyond its days, then nothing is left of it', () => {
    make(LINK, 'ana', 1);
    visit(sealed('b'));
    test1.now += 8 * DAY - 1;
    expect(take().answer).toBe(sealed('b'));
    test1.now += 1;
    expect(stateOf()).toBe('unknown');
    expect(take()).toEqual({ states: ['unknown'], answer: null, expiresAt: null });
    expect(test1.kept()).toEqual([]);
  });
});

describe('one who guesses', () => {
  test('an id learns nothing and leaves nothing', () => {
    make();
    const before = test1.store.all();
    for (let number = 2; number < 50; number += 1) {
      expect(visit(sealed('b'), idOf(number))).toEqual({
        state: 'unknown',
        ask: null,
        expiresAt: null,
        kept: false,
      });
    }
    expect(test1.store.all()).toEqual(before);
  });

  test.each([
    ['none', ''],
    ['a shorter one', TOKEN.slice(0, -1)],
    ['a longer one', `${TOKEN}x`],
    ['one of the same length', TOKEN.replace('a', 'b')],
    ['twice the same', TOKEN + TOKEN],
  ])('the token with %s is refused for everything', (_, token) => {
    make();
    visit(sealed('b'));
    const before = test1.store.all();
    const orders: Order[] = [
      { token, order: 'make', link: idOf(2), ask: sealed('a'), days: 1, person: 'eve' },
      { token, order: 'look', links: [LINK] },
      { token, order: 'take', link: LINK },
      { token, order: 'finish', link: LINK },
      { token, order: 'withdraw', link: LINK },
    ];
    for (const order of orders) expect(codeOf(() => test1.project.order(order))).toBe('links-off');
    expect(test1.store.all()).toEqual(before);
  });

  test.each([[''], ['short']])('gets nowhere where the project has %j for a token', (own) => {
    test1.store.set('link-token', own);
    expect(codeOf(() => test1.project.order({ token: own, order: 'look', links: [] }))).toBe('links-off');
    test1.store.delete('link-token');
    expect(codeOf(() => test1.project.order({ token: '', order: 'look', links: [] }))).toBe('links-off');
  });
});

describe('a flood', () => {
  test('of links of one person ends at ten that are open; others can still ask', () => {
    for (let number = 1; number <= 10; number += 1) make(idOf(number));
    expect(codeOf(() => make(idOf(11)))).toBe('links-too-many');
    expect(make(idOf(12), 'ben').states).toEqual(['open']);
    test1.order({ order: 'withdraw', link: idOf(1) });
    expect(make(idOf(13)).states).toEqual(['open']);
  });

  test('of links of many people is refused before the store is full, and no open one is lost', () => {
    const long = `1.${'a'.repeat(4000)}`;
    let made = 0;
    const code = codeOf(() => {
      for (; made < 1000; made += 1)
        test1.order({ order: 'make', link: idOf(made), ask: long, days: 1, person: `p${made}` });
    });
    expect(code).toBe('links-too-many');
    const size = Object.entries(test1.store.held).reduce(
      (sum, [name, value]) => sum + name.length + value.length,
      0,
    );
    expect(size).toBeLessThan(400_000);
    expect(test1.order({ order: 'look', links: [idOf(0), idOf(made - 1)] }).states).toEqual(['open', 'open']);
    test1.now += 8 * DAY;
    expect(make().states).toEqual(['open']);
    expect(test1.kept()).toHaveLength(1);
  });

  test('of links that are made and withdrawn leaves room: what became of the oldest is forgotten', () => {
    make(idOf(0), 'ben', 7);
    visit(sealed('b'), idOf(0));
    make(idOf(1), 'ana', 1);
    test1.order({ order: 'withdraw', link: idOf(1) });
    const withdrawn = test1.store.held[`link.${idOf(1)}`];
    for (let number = 2; number < 2500; number += 1) test1.store.set(`link.${idOf(number)}`, withdrawn);
    make(idOf(3000));
    expect(stateOf(idOf(1))).toBe('unknown');
    expect(stateOf(idOf(2499))).toBe('withdrawn');
    expect(stateOf(idOf(3000))).toBe('open');
    expect(stateOf(idOf(0))).toBe('answered');
  });

  test('of answers changes nothing after the first', () => {
    make();
    visit(sealed('b'));
    const before = test1.store.all();
    for (const digit of '0123456789ac') expect(visit(sealed(digit)).kept).toBe(false);
    expect(test1.store.all()).toEqual(before);
  });
});

test('an id that is there is not made again', () => {
  make();
  visit(sealed('b'));
  expect(codeOf(() => make(LINK, 'eve'))).toBe('links-too-many');
  expect(take().answer).toBe(sealed('b'));
});

test('what is stored in a form that is not known is no link', () => {
  test1.store.set(`link.${LINK}`, '{"version":2,"state":"open"}');
  expect(stateOf()).toBe('unknown');
});
