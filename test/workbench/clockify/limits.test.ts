import { useDemo } from './demo';

const demo = useDemo();
const at = (seconds: number) => new Date(Date.parse('2026-08-17T09:00:00Z') + seconds * 1000).toISOString();

test('the eleventh request of a key within a second is refused, the next second is free again', async () => {
  const statuses: number[] = [];
  for (let count = 0; count < 11; count += 1) statuses.push((await demo.get('/user', { at: at(0) })).status);
  expect(statuses.slice(0, 10)).toEqual(Array(10).fill(200));
  expect(statuses[10]).toBe(429);
  expect((await demo.get('/user', { at: at(1) })).status).toBe(200);
});

test('a free workspace takes thirty requests an hour over both hosts together', async () => {
  const tags = `/workspaces/${demo.id('Free Spirits')}/tags`;
  const question = { from: '2026-08-01', to: '2026-08-16' };
  for (let count = 0; count < 15; count += 1) {
    expect((await demo.get(tags, { key: 'free', at: at(count * 2) })).status).toBe(200);
    const report = await demo.detailed('Free Spirits', question, { key: 'free', at: at(count * 2 + 1) });
    expect(report.status).toBe(200);
  }
  const refused = await demo.get(tags, { key: 'free', at: at(60) });
  expect([refused.status, refused.body]).toEqual([429, { message: 'Too many requests', code: 429 }]);
  expect(refused.headers.get('retry-after')).toBeNull();
  expect((await demo.get('/user', { key: 'free', at: at(61) })).status).toBe(200);
  expect((await demo.get(tags, { key: 'free', at: at(3600) })).status).toBe(200);
});
