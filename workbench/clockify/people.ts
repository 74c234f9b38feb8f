import type { KeyName } from './keys';

/** What a key of the demo is good for, in a sentence for whoever chooses one; in the order in which they are offered. */
export const shows: Readonly<Record<KeyName, string>> = {
  demo: 'An owner of three accounts, who sees everything: amounts, cost, everybody’s time. Start here.',
  demoAgain: 'The same person with another key: for one that was lost.',
  demoMoved: 'The same person where the account moved to: the EU region.',
  member: 'A regular member: own time only, no other people, no amounts.',
  manager: 'A team manager: the time of the team, no amounts.',
  single: 'One account, which is chosen by itself.',
  none: 'Somebody who belongs to no account yet.',
  free: 'The Free plan: 30 requests an hour, reports of 31 days.',
  oldFree: 'An older free plan: reports of a year.',
  trial: 'A trial of everything. “End a trial” leaves the Free plan, and people without a seat.',
  trialGuest: 'A member of that trial, who has no seat once it is over.',
  many: 'Fifty accounts, one with 5,000 projects.',
  lab: 'What queries can be wrong about: equal names, three currencies, breaks and holidays. Weeks begin on Sunday.',
  annex: 'The same two accounts; weeks begin on Saturday.',
  lists: 'Five thousand clients, projects, tags and people.',
  bench: '1,000 to a million entries, in January to March 2026 or in all of 2025.',
  eu: 'The EU region.',
  us: 'The USA region.',
  uk: 'The UK region.',
  au: 'The Australia region.',
  subdomain: 'A sub-domain, acme.clockify.me.',
};
