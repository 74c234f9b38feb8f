import type { Overview } from '../../src/actions/overview';
import type { LoginView } from '../../src/logins/manage';
import type { Query } from '../../src/query/query';
import type { CallOptions } from '../../workbench/session';
import type { Ground, Wish } from './ground';

/** A colleague who may edit the spreadsheet too. */
export const COLLEAGUE = { user: 'user-2' };

/** A query of a few entries. */
export const WISH: Wish = {
  name: 'Hours',
  accounts: ['Quirks'],
  days: ['2026-06-01', '2026-06-02'],
  columns: ['date', 'duration'],
};

/** What people do with shared logins in a spreadsheet; who does it stands in the options, else its owner. */
export class Sharing {
  constructor(private readonly ground: Ground) {}

  share({ id }: Pick<LoginView, 'id'>, options: CallOptions = {}): Promise<LoginView> {
    return this.ground.session.call('shareLogin', { login: id, displayName: 'Mara' }, options);
  }

  unshare({ id }: Pick<LoginView, 'id'>, options: CallOptions = {}): Promise<LoginView | null> {
    return this.ground.session.call('unshareLogin', { login: id }, options);
  }

  /** Deletes a login; one of another is removed from the spreadsheet. */
  remove({ id }: Pick<LoginView, 'id'>, options: CallOptions = {}): Promise<void> {
    return this.ground.session.call('deleteLogin', { login: id }, options);
  }

  logins(options: CallOptions = {}): Promise<LoginView[]> {
    return this.ground.session.call('listLogins', {}, options);
  }

  /** Opens the sidebar. */
  open(options: CallOptions = {}): Promise<Overview> {
    return this.ground.session.call('loadOverview', {}, options);
  }

  /** A query with a table, whose login is shared. */
  async filled(): Promise<{ login: LoginView; query: Query }> {
    const login = await this.ground.login();
    const query = await this.ground.fill(WISH);
    return { login: await this.share(login), query };
  }

  /** What a store has of a login, by name. */
  kept(store: string, { id }: Pick<LoginView, 'id'>): string[] {
    const names = this.ground.session.platform.properties(store).keys();
    return names.filter((name) => name.includes(id)).sort();
  }
}
