import type { HttpRequest } from '../../src/clockify/http';
import { http } from '../../src/google/http';
import { install } from './fakes';

type Options = Record<string, unknown>;

const request = (path: string): HttpRequest => ({
  method: 'get',
  url: `https://api.clockify.me/${path}`,
  headers: { 'X-Api-Key': 'key' },
});

const answered = (text: string) => ({
  getResponseCode: () => 200,
  getHeaders: () => ({ 'X-Total': 7 }),
  getContentText: () => text,
});

const answer = (text: string) => ({ status: 200, headers: { 'x-total': '7' }, text });

let sent: Options[];

function fetching(fetchAll: (batch: { url: string }[]) => unknown, fetch: (url: string) => unknown): void {
  install({
    UrlFetchApp: {
      fetchAll: (batch: { url: string }[]) => fetchAll(batch),
      fetch: (url: string, options: Options) => {
        sent.push(options);
        return fetch(url);
      },
    },
  });
}

const fails = (text: string) => () => {
  throw new Error(text);
};

beforeEach(() => {
  sent = [];
});

describe('a request', () => {
  test('follows no redirect and reads the answer of a refusal; header names are small', () => {
    fetching(fails('not alone'), () => answered('body'));
    expect(http.send([request('a')])).toEqual([answer('body')]);
    expect(sent).toEqual([
      { method: 'get', headers: { 'X-Api-Key': 'key' }, muteHttpExceptions: true, followRedirects: false },
    ]);
  });

  test('with a body says its type as Google wants it', () => {
    fetching(fails('not alone'), () => answered(''));
    const headers = { 'Content-Type': 'application/json', 'X-Api-Key': 'key' };
    http.send([{ ...request('a'), method: 'post', headers, body: '{}' }]);
    expect(sent[0]).toMatchObject({
      headers: { 'X-Api-Key': 'key' },
      contentType: 'application/json',
      payload: '{}',
    });
  });

  test('that reaches nobody is a failure without the address', () => {
    fetching(fails('not alone'), fails('Address unavailable: https://api.clockify.me/secret'));
    expect(http.send([request('secret')])).toEqual([{ failure: 'Address unavailable: Clockify' }]);
  });

  test('for which the daily quota is used up is a problem', () => {
    fetching(fails('not alone'), fails('Service invoked too many times for one day: urlfetch.'));
    expect(() => http.send([request('a')])).toThrow("Google's daily allowance");
  });
});

test('requests side by side of which one reaches nobody are each sent by itself', () => {
  fetching(fails('Address unavailable'), (url) => {
    if (url.endsWith('b')) throw new Error('Address unavailable');
    return answered(url.slice(-1));
  });
  expect(http.send(['a', 'b', 'c'].map(request))).toEqual([
    answer('a'),
    { failure: 'Address unavailable' },
    answer('c'),
  ]);
});
