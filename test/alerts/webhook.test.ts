import { pastedWebhook, webhookAt } from '../../src/alerts/webhook';
import { ProblemError } from '../../src/problems/problem';

const SLACK = 'https://hooks.slack.com/services/T000/B000/abcdefghijklmnop';
const GOOGLE = 'https://chat.googleapis.com/v1/spaces/AAAA-b_c/messages?key=AIza-x_1&token=abc%3D';
const TEAMS =
  'https://prod-23.westeurope.logic.azure.com:443/workflows/0a1b/triggers/manual/paths/invoke?api-version=2016-06-01&sp=%2Ftriggers&sv=1.0&sig=x-y_z';

test.each([
  [SLACK, 'slack'],
  [`  ${SLACK}\n`, 'slack'],
  [GOOGLE, 'google-chat'],
  [TEAMS, 'teams'],
  ['https://default1.ab.environment.api.powerplatform.com/powerautomate/x/invoke?sig=1234567890', 'teams'],
  ['https://contoso.webhook.office.com/webhookb2/a@b/IncomingWebhook/c/d', 'teams'],
])('%s is known', (address, chat) => {
  expect(webhookAt(address)?.chat).toBe(chat);
});

test('the port that goes without saying is left out, as the list of allowed hosts has it', () => {
  expect(webhookAt(TEAMS)?.reveal()).toBe(TEAMS.replace(':443', ''));
});

test.each([
  'http://hooks.slack.com/services/T000/B000/abcdefghijklmnop',
  'https://hooks.slack.com.evil.example/services/T000/B000/abcdefghij',
  'https://hooks.slack.com@evil.example/services/T000/B000/abcdefghij',
  'https://evil.example/services/T000/B000/abcdefghijklmnop',
  'https://evil.example#.logic.azure.com/workflows/abcdefghijk',
  'https://evil.example?x=.logic.azure.com/workflows/abcdefghijk',
  'https://logic.azure.com/workflows/abcdefghijk',
  'https://api.clockify.me/api/v1/user',
  'https://hooks.slack.com/services/../../api/chat.postMessage',
  'https://prod.logic.azure.com:8443/workflows/abcdefghijk',
  'not an address',
  '',
])('%s is none', (address) => {
  expect(webhookAt(address)).toBeNull();
});

test('it is printed nowhere, not even where it is refused', () => {
  const webhook = webhookAt(SLACK);
  expect(JSON.stringify({ webhook, text: `${webhook}` })).not.toContain('abcdefghijklmnop');
  expect(() => pastedWebhook(`${SLACK} and more`)).toThrow(ProblemError);
  try {
    pastedWebhook(`${SLACK} and more`);
  } catch (error) {
    expect(JSON.stringify((error as ProblemError).problem)).not.toContain('abcdefghijklmnop');
  }
});
