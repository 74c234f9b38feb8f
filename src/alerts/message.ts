import type { Chat } from './webhook';

/** What is told: a headline, what there is to say in lines, and where it happened. Plain text, also of what others named. */
export interface Message {
  title: string;
  lines: string[];
  /** The address of the spreadsheet. */
  link: string;
}

/**
 * The JSON text that a chat's webhook takes. Names of projects and queries come from other people: nothing in them mentions
 * anybody, makes a link or looks different.
 */
export function bodyOf(chat: Chat, message: Message): string {
  return JSON.stringify(FORMATS[chat](message));
}

/** The same as lines of a mail. */
export function textOf({ lines, link }: Message): string {
  return [...lines, '', link].join('\n');
}

const FORMATS: Record<Chat, (message: Message) => object> = {
  // Slack: &, < and > are the only characters that begin something, once its own formatting is off.
  slack: ({ title, lines, link }) => ({
    text: slackText([title, ...lines].join('\n')),
    blocks: [
      { type: 'header', text: { type: 'plain_text', text: title.slice(0, 150), emoji: false } },
      ...(lines.length > 0
        ? [
            {
              type: 'section',
              text: { type: 'plain_text', text: lines.join('\n').slice(0, 3000), emoji: false },
            },
          ]
        : []),
      { type: 'section', text: { type: 'mrkdwn', text: `<${link}|Open the spreadsheet>` } },
    ],
  }),
  // Google Chat has no way to write "<" that could not begin a mention.
  'google-chat': ({ title, lines, link }) => ({
    text: [...[title, ...lines].map(chatText), link].join('\n'),
  }),
  // Text runs of an adaptive card are plain; its text blocks would read Markdown.
  teams: ({ title, lines, link }) => ({
    type: 'message',
    attachments: [
      {
        contentType: 'application/vnd.microsoft.card.adaptive',
        content: {
          $schema: 'http://adaptivecards.io/schemas/adaptive-card.json',
          type: 'AdaptiveCard',
          version: '1.4',
          body: [
            rich({ type: 'TextRun', text: title, weight: 'bolder' }),
            ...lines.map((text) => rich({ type: 'TextRun', text })),
          ],
          actions: [{ type: 'Action.OpenUrl', title: 'Open the spreadsheet', url: link }],
        },
      },
    ],
  }),
};

function rich(run: object): object {
  return { type: 'RichTextBlock', inlines: [run] };
}

function slackText(text: string): string {
  return text.replace(/&/g, '&amp;').replace(/</g, '&lt;').replace(/>/g, '&gt;');
}

function chatText(text: string): string {
  return text
    .replace(/</g, '‹')
    .replace(/>/g, '›')
    .replace(/[*_~`]/g, (mark) => `${mark}\u200b`);
}
