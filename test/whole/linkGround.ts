import { webcrypto } from 'node:crypto';
import type { Told } from '../../src/link/protocol';
import type { LinkView } from '../../src/links/view';
import type { LoginView } from '../../src/logins/view';
import { type KeyName, keys } from '../../workbench/clockify/keys';
import { type OpenLinks, openLinks } from '../../workbench/link/open';
import { routeTo } from '../../workbench/route';
import { type CallOptions, projectRoot, type SessionOptions } from '../../workbench/session';
import { type Ground, newGround } from './ground';

/** What the page of a link seals: as it does, by the browser's own means, and by no code of the add-on's. */
export async function sealed(link: LinkView, content: unknown, name = link.id): Promise<string> {
  const { secret } = partsOf(link);
  const key = await webcrypto.subtle.importKey('raw', Buffer.from(secret, 'hex'), 'AES-GCM', false, [
    'encrypt',
  ]);
  const iv = webcrypto.getRandomValues(new Uint8Array(12));
  const additionalData = Buffer.from(JSON.stringify(name));
  const text = Buffer.from(JSON.stringify(JSON.stringify(content)));
  const bytes = await webcrypto.subtle.encrypt({ name: 'AES-GCM', iv, additionalData }, key, text);
  return `1.${Buffer.from(iv).toString('hex')}${Buffer.from(bytes).toString('hex')}`;
}

/** What stands behind the `#` of a link. */
export function partsOf({ url }: LinkView): { id: string; secret: string } {
  const [, id, secret] = /#([0-9a-f]{32})\.([0-9a-f]{64})$/.exec(url ?? '') ?? [];
  if (secret === undefined) throw new Error('the link has no address');
  return { id, secret };
}

/** A ground with a link project beside the add-on. */
export class LinkGround {
  private opened: OpenLinks | null = null;
  /** Goes before the way to the link project: what it gives, a request gets instead. */
  detour: ((url: string) => { url: string } | 'nowhere' | undefined) | undefined;

  constructor(readonly ground: Ground) {}

  get links(): OpenLinks {
    if (this.opened === null) throw new Error('there is no link project');
    return this.opened;
  }

  get session() {
    return this.ground.session;
  }

  /** A new spreadsheet, and a new link project that its add-on knows. */
  async renew(options: Partial<SessionOptions> = {}): Promise<void> {
    await this.end();
    this.detour = undefined;
    const toClockify = routeTo(this.ground.address);
    const session = await this.ground.open({
      ...options,
      route: (url, now) => {
        const detour = this.detour?.(url);
        if (detour === 'nowhere') return undefined;
        return detour ?? this.opened?.addresses.route(url) ?? toClockify(url, now);
      },
    });
    this.opened = await openLinks(projectRoot, session.platform.clock);
    this.opened.connect(session.platform);
  }

  async end(): Promise<void> {
    await this.opened?.close();
    this.opened = null;
  }

  ask(change: object = {}, options: CallOptions = {}): Promise<LinkView> {
    const asked = { days: 3, asker: 'Ana', purpose: 'The monthly report', ...change };
    return this.session.call('askForAccess', asked, options);
  }

  list(options: CallOptions = {}): Promise<LinkView[]> {
    return this.session.call('listLinks', {}, options);
  }

  pickUp({ id }: Pick<LinkView, 'id'>, options: CallOptions = {}): Promise<LoginView> {
    return this.session.call('pickUpLink', { id }, options);
  }

  /** What the page of a link is told. */
  async visit(visit: object): Promise<Told> {
    const { ok, value, error } = await this.links.app.run('visitLink', [JSON.stringify(visit)]);
    if (!ok) throw new Error(error?.message ?? 'it was ended');
    const answer = JSON.parse(String(value));
    if (!answer.ok) throw new Error(answer.problem.title);
    return answer.value as Told;
  }

  /** Somebody who was sent a link gives a key of the demo by it. */
  async give(link: LinkView, key: KeyName = 'demo', region?: string): Promise<Told> {
    const answer = await sealed(link, { key: keys[key], ...(region && { region }) });
    return this.visit({ link: link.id, answer });
  }

  /** What the link project keeps of links, by property. */
  kept(): Record<string, string> {
    const { 'link-token': _, ...kept } = this.links.app.platform.properties('script').all();
    return kept;
  }

  /** The names of the logins of a user. */
  async logins(user = 'user-1'): Promise<string[]> {
    return (await this.session.call<LoginView[]>('listLogins', {}, { user })).map(({ name }) => name);
  }
}

/** A ground for the tests of one file: for each an empty spreadsheet and a link project without links. */
export function newLinkGround(): LinkGround {
  const ground = newGround();
  const links = new LinkGround(ground);
  beforeEach(() => links.renew());
  afterEach(() => links.end());
  return links;
}
