/**
 * The demo's API keys, by what they are good for. They open nothing but this demo: each is 48 characters of
 * plain words, the length of a real key.
 */
export const keys = {
  /** Owner of Lumen & Loom (active), Harbour Works and Quirks. */
  demo: 'DEMOdemoDEMOdemoNotARealKeyMaraOwnsLumenAndLoom0',
  /** Another key of the same person, as one makes when the first was lost. */
  demoAgain: 'DEMOdemoDEMOdemoNotARealKeyASecondKeyOfMara00000',
  /** The same person where Lumen & Loom moved to: the region eu, in which both have other ids. */
  demoMoved: 'DEMOdemoDEMOdemoNotARealKeyMaraMovedToTheEu00000',
  /** Regular member of Lumen & Loom: own time only, no users, no amounts. */
  member: 'DEMOdemoDEMOdemoNotARealKeyJonasIsJustAMember000',
  /** Team manager in Lumen & Loom: the time of the people in the team, no amounts. */
  manager: 'DEMOdemoDEMOdemoNotARealKeyPiaManagesATeam000000',
  /** Sees exactly one workspace, Solo Studio. */
  single: 'DEMOdemoDEMOdemoNotARealKeySeesASingleWorkspace0',
  /** A person who belongs to no workspace. */
  none: 'DEMOdemoDEMOdemoNotARealKeySeesNoWorkspaceAtAll0',
  /** Data regions, each with a workspace of its own. */
  eu: 'DEMOdemoDEMOdemoNotARealKeyLivesInTheEuRegion000',
  us: 'DEMOdemoDEMOdemoNotARealKeyLivesInTheUsRegion000',
  uk: 'DEMOdemoDEMOdemoNotARealKeyLivesInTheUkRegion000',
  au: 'DEMOdemoDEMOdemoNotARealKeyLivesInTheAuRegion000',
  /** The sub-domain acme. */
  subdomain: 'DEMOdemoDEMOdemoNotARealKeyOfTheSubdomainAcme000',
  /** Owner of Free Spirits: FREE_2026, 30 requests an hour, 31 days a report. */
  free: 'DEMOdemoDEMOdemoNotARealKeyFreePlanThirtyAnHour0',
  /** Owner of Early Birds: an older free plan, a year a report. */
  oldFree: 'DEMOdemoDEMOdemoNotARealKeyOlderFreePlanOneYear0',
  /** Owner of Comet Kitchen, which tries every feature until its trial is ended. */
  trial: 'DEMOdemoDEMOdemoNotARealKeySelmaTriesEverything0',
  /** A member of Comet Kitchen who has no seat in it once the trial is over. */
  trialGuest: 'DEMOdemoDEMOdemoNotARealKeyWimCameLastOfAll00000',
  /** Bench 1k, 10k, 100k and 1M, Bench year and Bench year 1M. */
  bench: 'DEMOdemoDEMOdemoNotARealKeyBenchWorkspacesOnly00',
  /** Fifty workspaces, one with 5,000 projects and one with 1,001. */
  many: 'DEMOdemoDEMOdemoNotARealKeyFiftyWorkspacesHere00',
  /** Owner of Language lab, administrator of Language annex; weeks begin on Sunday. */
  lab: 'DEMOdemoDEMOdemoNotARealKeyLenaAtTheLanguageLab0',
  /** Administrator of Language lab, owner of Language annex; weeks begin on Saturday. */
  annex: 'DEMOdemoDEMOdemoNotARealKeySamiOwnsTheAnnexHere0',
  /** Long lists: 5,000 clients, projects, tags and people. */
  lists: 'DEMOdemoDEMOdemoNotARealKeyLongListsOfEverything',
} as const;

export type KeyName = keyof typeof keys;
