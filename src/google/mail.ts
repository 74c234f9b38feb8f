import type { Mailer } from '../alerts/mailing';
import { refusable } from './refusal';

/** Mails by `MailApp`, which needs a permission that only the mail edition's manifest asks for. */
export const mailer: Mailer = {
  send(to, subject, text) {
    refusable(() => MailApp.sendEmail(to.join(','), subject, text));
  },
};
