import { type Problem, raise } from '../problems/problem';

/** The chats whose incoming webhooks are known, each by its format. */
export const CHATS = ['slack', 'google-chat', 'teams'] as const;
export type Chat = (typeof CHATS)[number];

/** An address at which whoever has it can write into a chat: a secret like a key. Only `reveal` gives it. */
export interface Webhook {
  chat: Chat;
  reveal(): string;
  toString(): string;
  toJSON(): string;
}

const PLACEHOLDER = '[webhook]';

/** What the addresses of each chat look like. The manifest's list of hosts that may be reached has the same beginnings. */
const ADDRESSES: { chat: Chat; address: RegExp }[] = [
  { chat: 'slack', address: /^https:\/\/hooks\.slack\.com\/services\/[\w/-]{10,}$/ },
  {
    chat: 'google-chat',
    address: /^https:\/\/chat\.googleapis\.com\/v1\/spaces\/[\w-]+\/messages\?[\w%=&.~-]{10,}$/,
  },
  {
    chat: 'teams',
    address:
      /^https:\/\/(?:[\w-]+\.)+(?:logic\.azure\.com|api\.powerplatform\.com|webhook\.office\.com)\/[\w%/@=&?.~-]{10,}$/,
  },
];

/** Google takes addresses up to 2,082 characters. */
const LONGEST = 2000;

/** The webhook at an address; null for any other address. A port that goes without saying is left out, as the allow-list has it. */
export function webhookAt(text: string): Webhook | null {
  const address = text.trim().replace(/^(https:\/\/[^/:@]+):443\//, '$1/');
  const known = address.length <= LONGEST && ADDRESSES.find((each) => each.address.test(address));
  if (!known) return null;
  return {
    chat: known.chat,
    reveal: () => address,
    toString: () => PLACEHOLDER,
    toJSON: () => PLACEHOLDER,
  };
}

/** The same of what somebody pasted. Raises `webhook-unknown`, which doesn't repeat it. */
export function pastedWebhook(text: string): Webhook {
  return webhookAt(text) ?? raise(unknown());
}

function unknown(): Problem {
  return {
    code: 'webhook-unknown',
    scope: {},
    title: 'This is not the address of an incoming webhook of Slack, Google Chat or Microsoft Teams.',
    remedy:
      'Copy the whole address: Slack’s begins with https://hooks.slack.com/services/, Google Chat’s with https://chat.googleapis.com/v1/spaces/, that of a Teams workflow is on logic.azure.com or api.powerplatform.com.',
    retry: 'never',
  };
}
