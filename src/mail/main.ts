import { mailer } from '../google/mail';
import { sendMailsBy } from '../google/services';

/*
 * The mail edition: the add-on, which may also send mails. A script project of its own, since one manifest decides the
 * permissions of a whole script.
 */
sendMailsBy(mailer);

export * from '../main';
