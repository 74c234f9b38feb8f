import type { Workspace } from './model';

const second = 1000;
const hour = 3_600_000;

/**
 * Clockify's rate limits over rolling windows of the workbench's clock: 10 requests a second for a key, 50 a second
 * for a paid workspace, 30 an hour for one on the free plan of 2026, whoever asks and on both hosts together.
 */
export class Limits {
  private readonly times = new Map<string, number[]>();

  clear(): void {
    this.times.clear();
  }

  /** Counts a request at `now` (epoch ms), or says that it is one too many; a refused one isn't counted. */
  admit(now: number, key: string, workspace: Workspace | undefined): boolean {
    const windows = [{ name: `key ${key}`, length: second, most: 10 }];
    if (workspace) {
      const free = workspace.plan === 'FREE_2026';
      windows.push({
        name: `workspace ${workspace.id}`,
        length: free ? hour : second,
        most: free ? 30 : 50,
      });
    }
    const counts = windows.map(({ name, length }) => {
      const recent = (this.times.get(name) ?? []).filter((time) => time > now - length && time <= now);
      this.times.set(name, recent);
      return recent;
    });
    if (counts.some((times, index) => times.length >= windows[index]!.most)) return false;
    for (const times of counts) times.push(now);
    return true;
  }
}
