import { PlatformError, texts } from '../errors';
import type { Handler } from './call';
import { matching } from './check';

/** A mail that a script sent, as whose. */
export interface Mail {
  readonly from: string;
  readonly to: readonly string[];
  readonly subject: string;
  readonly body: string;
}

const SEND = 'https://www.googleapis.com/auth/script.send_mail';

/** Recipients a day on a consumer account. */
const MOST_A_DAY = 100;

/** MailApp, as far as it sends plain mails. */
export const mailCalls: Record<string, Handler> = {
  'MailApp.sendEmail': (call) => {
    const [to, subject, body] = matching(call, ['string', 'string', 'string']) as string[];
    const { platform, execution } = call;
    if (!platform.scopes.includes(SEND)) throw new PlatformError(texts.scopes('MailApp.sendEmail', [SEND]));
    const recipients = to.split(',').map((address) => address.trim());
    if (recipients.some((address) => !/^[^\s@]+@[^\s@]+$/.test(address)))
      throw new PlatformError(`Invalid email: ${to}`);
    const sent = platform.mails.filter(({ from }) => from === execution.user).flatMap((mail) => mail.to);
    if (sent.length + recipients.length > MOST_A_DAY)
      throw new PlatformError('Service invoked too many times for one day: email.');
    platform.mails.push({ from: execution.user, to: recipients, subject, body });
    return undefined;
  },
};
