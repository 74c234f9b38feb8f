import type { Http } from '../clockify/http';
import { type Problem, raise } from '../problems/problem';
import { bodyOf, type Message } from './message';
import type { Chat, Webhook } from './webhook';

const NAMES: Record<Chat, string> = {
  slack: 'Slack',
  'google-chat': 'Google Chat',
  teams: 'Microsoft Teams',
};

/** What a chat is called. */
export function nameOf(chat: Chat): string {
  return NAMES[chat];
}

/**
 * Writes a message into a chat, by one request. Raises `webhook-refused` where the chat doesn't take it, and `unreachable`
 * where it may the next time.
 */
export function send(http: Http, webhook: Webhook, message: Message): void {
  const [answer] = http.send([
    {
      method: 'post',
      url: webhook.reveal(),
      headers: { 'Content-Type': 'application/json; charset=utf-8' },
      body: bodyOf(webhook.chat, message),
    },
  ]);
  const status = 'failure' in answer ? 0 : answer.status;
  if (status >= 200 && status < 300) return;
  const passing = status === 0 || status === 408 || status === 429 || status >= 500;
  raise(passing ? unreachable(NAMES[webhook.chat]) : refused(NAMES[webhook.chat], status));
}

function unreachable(chat: string): Problem {
  return {
    code: 'unreachable',
    scope: {},
    title: `${chat} could not be reached.`,
    remedy: 'It is tried again with the next refresh that has something to tell.',
    retry: 'later',
  };
}

function refused(chat: string, status: number): Problem {
  return {
    code: 'webhook-refused',
    scope: {},
    title: `${chat} takes no messages at this webhook (${status}).`,
    remedy: 'It may have been removed there, or its channel deleted. Make a new webhook and set it here.',
    retry: 'never',
  };
}
