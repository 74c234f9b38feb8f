import type { LinkState } from '../protocol';

/** All that the page says. It speaks to somebody who may know Clockify and nothing of the add-on. */
export const words = {
  loading: 'Opening the link…',
  product: 'Clocktable, an add-on for Google Sheets',

  form: {
    title: (asker: string) => `${asker} asks for access to your Clockify account`,
    purpose: 'What for',
    known:
      'The name and the reason were typed by whoever made this link: nobody has checked them. Go on only if you know who sent it to you.',
    givesTitle: 'What you give',
    gives: [
      'An API key. With it, tables in a spreadsheet show what you can see in Clockify: time entries, projects, people and, if you see them, rates and amounts.',
      'The add-on only reads. It changes nothing in Clockify.',
      'To Clockify a key is as good as you, so it can’t be limited. Nobody is shown it; but whoever asks can let others, who edit a spreadsheet with them, refresh tables with it.',
    ],
    getTitle: 'How to get a key',
    get: [
      'Open Clockify and click your picture at the top right.',
      'Choose Preferences, then the tab Advanced.',
      'Under API, choose Manage API keys and generate one. Name it after whoever asks, so that you find it again.',
      'Copy it, come back and paste it here.',
    ],
    open: 'Open API keys in Clockify',
    revokeTitle: 'How to take it back',
    revoke:
      'Delete the key at the same place in Clockify, at any time. It stops working at once, and nobody has to agree.',
    key: 'API key',
    keyHint:
      'It is encrypted in this browser before it is sent. Only the add-on of whoever asks can open it.',
    show: 'Show',
    hide: 'Hide',
    showKey: 'Show key',
    hideKey: 'Hide key',
    keyMissing: 'Paste your API key first.',
    keyIsAddress: 'This is an e-mail address. An API key is one word of about 48 letters and digits.',
    keyHasSpaces: 'This is not a key: it has spaces or letters that no key has. Copy the key again, alone.',
    keyShort: 'This is too short for a key. Copy it again; it is one word of about 48 letters and digits.',
    region: 'Region of your account',
    regionHint: 'If you don’t know it, leave this as it is: it is found by trying.',
    regions: {
      '': 'Find it by itself',
      global: 'Global',
      eu: 'EU (Germany)',
      us: 'USA',
      uk: 'UK',
      au: 'Australia',
      subdomain: 'A sub-domain of our own',
    } as Record<string, string>,
    subdomain: 'Sub-domain',
    subdomainHint: 'The part before .clockify.me. The key has to be made there.',
    subdomainWrong: 'Type the part before .clockify.me: letters, digits and hyphens.',
    give: 'Give access',
    giving: 'Encrypting and sending…',
    decline: 'If you don’t want to, close this page: nothing was sent.',
    until: (moment: string) => `This link works once, until ${moment}.`,
  },

  done: {
    title: 'Done',
    text: (asker: string) =>
      `The key waits, encrypted, until the add-on of ${asker} picks it up. You can close this page.`,
    checked:
      'Whether Clockify accepts the key is found out then. If it doesn’t, you will be asked again with a new link.',
    revoke: 'To take access back, delete the key in Clockify: Preferences ▸ Advanced ▸ Manage API keys.',
  },

  states: {
    open: { title: '', text: '' },
    answered: {
      title: 'This link has been answered',
      text: 'A key was handed in by it and waits to be picked up. The link takes no other. If it wasn’t you, tell whoever sent you the link.',
    },
    used: {
      title: 'This link has been used',
      text: 'What was handed in by it was picked up and deleted here. A link works once. If it wasn’t you, tell whoever sent you the link.',
    },
    withdrawn: {
      title: 'This link was withdrawn',
      text: 'Whoever sent it no longer needs it. Nothing is asked of you.',
    },
    expired: {
      title: 'This link has expired',
      text: 'Ask whoever sent it for a new one.',
    },
    unknown: {
      title: 'This link doesn’t work',
      text: 'It expired some time ago, or its address isn’t complete. Ask whoever sent it for a new one.',
    },
  } satisfies Record<LinkState, { title: string; text: string }>,

  incomplete: {
    title: 'This link isn’t complete',
    text: 'Part of its address is missing: some programs cut long links off. Copy all of it, up to the last letter, and open it again.',
  },

  unreached: {
    title: 'The link could not be opened',
    text: 'Google or your connection didn’t answer. Nothing was sent.',
    again: 'Try again',
  },

  unsent: {
    text: 'It could not be sent: Google or your connection didn’t answer. Your key is still here. Try again.',
  },
};
