import { useDemo } from './demo';

const demo = useDemo();

async function problems(): Promise<string> {
  return (await demo.control.violations()).flatMap((each) => each.problems).join('; ');
}

test.each([
  ['an unknown query parameter', '/user?memberships=true', 'additional properties (memberships)'],
  ['a page size over the cap', '/workspaces/W/clients?page-size=5001', 'must be <= 5000'],
  ['a page that is no number', '/workspaces/W/tags?page=one', 'must be integer'],
  ['a value outside the list', '/workspaces?roles=BOSS', 'must be equal to one of the allowed values'],
])('%s is refused and recorded', async (_, path, problem) => {
  const { status, body } = await demo.get(path.replace('W', demo.id('Quirks')));
  expect([status, body.code]).toEqual([400, 501]);
  expect(await problems()).toContain(problem);
});

test.each([
  ['more than 1000 rows a page', { pageSize: 5000 }, 'must be <= 1000'],
  ['an empty list of ids', { projects: { ids: [] } }, 'must NOT have fewer than 1 items'],
  ['an unknown key', { summaryFilter: {} }, 'additional properties (summaryFilter)'],
  ['rounding, which is not served', { rounding: true }, 'must be equal to one of the allowed values'],
])('a report with %s is refused and recorded', async (_, more, problem) => {
  const { status } = await demo.detailed('Quirks', { from: '2026-01-01', to: '2026-01-31', ...more });
  expect(status).toBe(400);
  expect(await problems()).toContain(problem);
});

test('a page size of zero is refused in the words of the service', async () => {
  const { status, body } = await demo.get(`/workspaces/${demo.id('Quirks')}/tags?page-size=0`);
  expect(status).toBe(400);
  expect(body).toEqual({ message: 'Page size must be a positive value', code: 501 });
});

test('a path that nobody serves is a 404, a wrong method a 405, and both are recorded', async () => {
  const unknown = await demo.get('/nothing');
  expect([unknown.status, unknown.body.code]).toEqual([404, 3000]);
  const wrong = await demo.send('POST', '/api/v1/user', {}, {});
  expect([wrong.status, wrong.body.code]).toEqual([405, 3000]);
  expect(await demo.control.violations()).toHaveLength(2);
});

test('a body that is no JSON is a 400', async () => {
  const path = `/report/v1/workspaces/${demo.id('Quirks')}/reports/detailed`;
  const response = await demo.send('POST', path, undefined, {});
  expect(response.status).toBe(400);
});

test('a request that keeps the contract records nothing', async () => {
  await demo.get(
    `/workspaces/${demo.id('Quirks')}/projects?hydrated=true&page=1&page-size=200&archived=false`,
  );
  expect(await demo.control.violations()).toEqual([]);
});

test('the log tells what was asked, never the key', async () => {
  await demo.get(`/workspaces/${demo.id('Quirks')}/tags?page-size=5`, { host: 'api.clockify.me' });
  const [request] = await demo.control.requests();
  expect(request).toMatchObject({
    method: 'GET',
    host: 'api.clockify.me',
    operation: 'getTags',
    query: { 'page-size': '5' },
    status: 200,
    workspace: demo.id('Quirks'),
    rows: 5,
  });
  expect(JSON.stringify(request)).not.toContain('DEMO');
});
