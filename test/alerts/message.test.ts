import { bodyOf, textOf } from '../../src/alerts/message';

const hostile = '<!channel> <users/all> [win](https://evil.example) *bold* & `x`';
const message = { title: hostile, lines: [hostile], link: 'https://docs.google.com/spreadsheets/d/x/edit' };

test('in Slack names are plain text, which mentions nobody', () => {
  const { text, blocks } = JSON.parse(bodyOf('slack', message));
  expect(text).not.toMatch(/[<>]/);
  expect(blocks.slice(0, 2).map((block: { text: { type: string } }) => block.text.type)).toEqual([
    'plain_text',
    'plain_text',
  ]);
});

test('in Google Chat no name begins a mention or a link', () => {
  const { text } = JSON.parse(bodyOf('google-chat', message));
  expect(text).not.toMatch(/[<>]/);
  expect(text.split('\n').at(-1)).toBe(message.link);
});

test('in Teams names stand in text runs, which read no Markdown', () => {
  const { attachments } = JSON.parse(bodyOf('teams', message));
  const [{ contentType, content }] = attachments;
  expect(contentType).toBe('application/vnd.microsoft.card.adaptive');
  expect(content.body.map((block: { type: string }) => block.type)).toEqual([
    'RichTextBlock',
    'RichTextBlock',
  ]);
  expect(content.body[1].inlines[0].text).toBe(hostile);
});

test('a mail ends with the way to the spreadsheet', () => {
  expect(textOf(message)).toBe(`${hostile}\n\n${message.link}`);
});
