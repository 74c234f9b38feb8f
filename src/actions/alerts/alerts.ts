import { nameOf, send } from '../../alerts/send';
import { type AlertSettings, readSettings, type Threshold, writeSettings } from '../../alerts/settings';
import { type Chat, pastedWebhook } from '../../alerts/webhook';
import { raise } from '../../problems/problem';
import { testMessage } from './tell';
import type { Telling } from './telling';

/** What is told about the queries of a spreadsheet, and where. Nothing of the webhook itself. */
export interface AlertsView {
  channel: {
    chat: Chat;
    name: string;
    by: string | null;
    at: number;
    owner: 'spreadsheet' | 'person';
  } | null;
  failures: boolean;
  thresholds: Threshold[];
  /** Where mails to this person's own wish go; null in an edition that may not send any. */
  mail: { to: string[] } | null;
}

export function loadAlerts(telling: Telling): AlertsView {
  const channel = telling.channel.get();
  return {
    channel: channel && {
      chat: channel.webhook.chat,
      name: nameOf(channel.webhook.chat),
      by: channel.by,
      at: channel.at,
      owner: channel.owner,
    },
    ...readSettings(telling.document),
    mail: telling.mailer && { to: telling.mailing.get() },
  };
}

/** Keeps what is told. Raises `store-full`, `busy`. */
export function saveAlerts(telling: Telling, settings: AlertSettings): AlertsView {
  telling.lock.hold(() => writeSettings(telling.document, settings));
  return loadAlerts(telling);
}

/**
 * Takes the webhook that somebody pasted, once a message to it arrived: one that doesn't work is not kept. Raises
 * `webhook-unknown`, `webhook-refused`, `unreachable`, `store-full`, `busy`.
 */
export function saveChannel(telling: Telling, pasted: string, by: string | null): AlertsView {
  const webhook = pastedWebhook(pasted);
  send(telling.http, webhook, testMessage(telling.spreadsheet()));
  telling.lock.hold(() => telling.channel.set(webhook, by, telling.clock.now()));
  return loadAlerts(telling);
}

export function removeChannel(telling: Telling): AlertsView {
  telling.lock.hold(() => telling.channel.remove());
  return loadAlerts(telling);
}

/** Sends a message that says that messages arrive. Raises `webhook-missing`, `webhook-refused`, `unreachable`. */
export function testChannel(telling: Telling): void {
  const channel = telling.channel.get() ?? raise(missing());
  send(telling.http, channel.webhook, testMessage(telling.spreadsheet()));
}

/** Keeps where mails go that this person's refreshes send. Raises `mail-off`, `store-full`. */
export function saveMail(telling: Telling, to: string[]): AlertsView {
  if (telling.mailer === null) raise(mailOff());
  telling.mailing.set([...new Set(to)]);
  return loadAlerts(telling);
}

function missing() {
  return {
    code: 'webhook-missing' as const,
    scope: {},
    title: 'There is no webhook in this spreadsheet, or it can no longer be read here.',
    remedy: 'Paste the address of an incoming webhook of your chat.',
    retry: 'never' as const,
  };
}

function mailOff() {
  return {
    code: 'mail-off' as const,
    scope: {},
    title: 'This edition of the add-on may not send mails.',
    remedy: 'Use a chat’s webhook, or ask whoever deploys the add-on for its mail edition.',
    retry: 'never' as const,
  };
}
