import { sayReadings, sayRequests } from '../../src/sidebar/model/requests';

test.each([
  [{ requests: 20, atLeast: false, hourly: null }, null],
  [{ requests: 21, atLeast: false, hourly: null }, 'Takes 21 requests to Clockify.'],
  [
    { requests: 1234, atLeast: true, hourly: null },
    'Takes at least 1,234 requests to Clockify: some minutes.',
  ],
  [
    { requests: 3, atLeast: false, hourly: 30 },
    'Takes 3 of the 30 requests an hour that an account on the Free plan has.',
  ],
  [
    { requests: 41, atLeast: false, hourly: 30 },
    'Takes 41 requests. An account on the Free plan has 30 an hour, so this takes about 1 hour longer; it goes on by itself while this sidebar is open.',
  ],
  [
    { requests: 100, atLeast: true, hourly: 30 },
    'Takes at least 100 requests. An account on the Free plan has 30 an hour, so this takes about 3 hours longer; it goes on by itself while this sidebar is open.',
  ],
])('%j: the number of requests is said beforehand where it matters', (requests, said) => {
  expect(sayRequests(requests)).toBe(said);
});

test('of several accounts each is said', () => {
  const reading = (account: string, requests: number) => ({ dataset: 'time-entries', account, requests });
  expect(sayReadings({ readings: [reading('Acme', 3), reading('Beta', 30), reading('Acme', 1)] })).toBe(
    'Of these: Acme 4, Beta 30.',
  );
  expect(sayReadings({ readings: [reading('Acme', 3)] })).toBe('');
});
