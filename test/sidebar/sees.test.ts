import { describeAccess } from '../../src/sidebar/model/sees';
import { login } from './views';

const [account] = login('a', ['w1']).accounts;

test.each([
  ['everybody’s time where all may see it', { roles: [] }, ['sees everybody’s time']],
  [
    'own time where only admins see all',
    { roles: [], onlyAdminsSeeAllTimeEntries: true, onlyAdminsSeeBillableRates: true },
    ['sees own time only', 'amounts hidden'],
  ],
  [
    'all as an owner',
    { roles: ['OWNER'], onlyAdminsSeeAllTimeEntries: true, onlyAdminsSeeBillableRates: true },
    ['sees everybody’s time'],
  ],
  [
    'a team as its manager',
    { roles: ['TEAM_MANAGER'], onlyAdminsSeeAllTimeEntries: true },
    ['sees own time and the team’s'],
  ],
  [
    'projects as their manager',
    { roles: ['PROJECT_MANAGER'], onlyAdminsSeeAllTimeEntries: true },
    ['sees own time and that of managed projects'],
  ],
  [
    'a team, with how many people of how many',
    { roles: ['TEAM_MANAGER'], onlyAdminsSeeAllTimeEntries: true, people: { seen: 12, of: 80 } },
    ['sees own time and the team’s (12 of 80 people)'],
  ],
  [
    'a team, of nobody knows how many',
    { roles: ['TEAM_MANAGER'], onlyAdminsSeeAllTimeEntries: true, people: { seen: 12, of: null } },
    ['sees own time and the team’s (12 people)'],
  ],
  ['what nobody knows', { roles: null }, []],
])('a key sees %s', (_what, change, said) => {
  expect(describeAccess({ ...account, ...(change as object) })).toEqual(said);
});
