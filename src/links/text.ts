import type { OwnLink } from './ownLinks';

/** The message to send to whoever is asked. The link goes last and alone on its line, so that no program cuts it. */
export function textToSend({ asker, purpose, days }: OwnLink, url: string): string {
  return [
    'Hello,',
    '',
    `I would like to read time tracking of your Clockify account in a spreadsheet: ${purpose}`,
    '',
    'If you agree, please open the page below. It says what that lets me see, how you give access and how you take it back. ' +
      'Please don’t send a key by mail or chat: the page hands it over encrypted.',
    '',
    `The link works once, for ${days === 1 ? 'one day' : `${days} days`}.`,
    '',
    asker,
    '',
    url,
  ].join('\n');
}
