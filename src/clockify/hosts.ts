import { type Problem, raise } from '../problems/problem';
import { plainText } from '../query/plainText';

/** Where a region's two services answer. Paths of the API are appended to these. */
export interface Hosts {
  core: string;
  reports: string;
}

/**
 * The environments of Clockify in the order in which a key is tried. On Global the reports have a host of their own;
 * everywhere else they are a path on the same host (Clockify's help, "Clockify API").
 */
const REGION_HOSTS = {
  global: { core: 'https://api.clockify.me/api/v1', reports: 'https://reports.api.clockify.me/v1' },
  eu: onOneHost('euc1'),
  us: onOneHost('use2'),
  uk: onOneHost('euw2'),
  au: onOneHost('apse2'),
};

export const REGIONS = Object.keys(REGION_HOSTS) as (keyof typeof REGION_HOSTS)[];

export const REGION_TITLES: Record<string, string> = {
  global: 'Global',
  eu: 'EU (Germany)',
  us: 'USA',
  uk: 'UK',
  au: 'Australia',
};

/** No sub-domain is as long as a key: one that is pasted in the wrong place becomes part of no address. */
const LONGEST_SUBDOMAIN = 40;

/** The hosts of a region, or of an enterprise's sub-domain (`acme` or `acme.clockify.me`). Raises `region-unknown`. */
export function hostsOf(region: string): Hosts {
  if ((REGIONS as string[]).includes(region)) {
    return REGION_HOSTS[region as keyof typeof REGION_HOSTS];
  }
  const subdomain = region.toLowerCase().replace(/\.clockify\.me$/, '');
  // Two hyphens in third place announce letters of another alphabet, which look like these.
  const isName = /^(?!..--)[a-z0-9]([a-z0-9-]*[a-z0-9])?$/.test(subdomain);
  return isName && subdomain.length <= LONGEST_SUBDOMAIN
    ? onOneHost(subdomain)
    : raise(unknownRegion(region));
}

/** A long text isn't repeated: it may be a key. */
export function unknownRegion(region: string): Problem {
  const named = region.length > LONGEST_SUBDOMAIN ? 'What was given' : `"${plainText(region, 100)}"`;
  return {
    code: 'region-unknown',
    scope: {},
    title: `${named} is neither a region of Clockify nor a sub-domain.`,
    remedy: `Choose one of ${REGIONS.join(', ')}, or type the sub-domain as in acme.clockify.me.`,
    retry: 'never',
  };
}

/**
 * Where people use Clockify: the application has a name of its own on Global, and answers where the API does everywhere else.
 * Raises `region-unknown`.
 */
export function webOf(region: string): string {
  return region === 'global' ? 'https://app.clockify.me' : hostsOf(region).core.replace('/api/v1', '');
}

function onOneHost(name: string): Hosts {
  return { core: `https://${name}.clockify.me/api/v1`, reports: `https://${name}.clockify.me/report/v1` };
}
