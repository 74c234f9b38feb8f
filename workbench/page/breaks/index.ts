import type { GateCall, Verdict } from '../../gas/gate';
import type { BreakView } from '../protocol';
import { answerBreaks, networkBreaks } from './answers';
import type { Break, Breakable } from './break';
import { clockBreaks } from './clock';
import { clockifyBreaks } from './clockify';
import { googleBreaks } from './google';
import { scheduleBreaks } from './schedules';
import { sheetsBreaks } from './sheets';

/** All that can be broken on purpose while the demo Clockify is the one that answers. */
export class Breaks {
  private readonly list: Break[];

  constructor(breakable: Breakable) {
    this.list = [
      ...answerBreaks(breakable),
      ...networkBreaks(),
      ...googleBreaks(breakable),
      ...sheetsBreaks(breakable),
      ...clockifyBreaks(breakable),
      ...scheduleBreaks(breakable),
      ...clockBreaks(breakable),
    ];
  }

  /** What the panel shows. */
  views(): Promise<BreakView[]> {
    return Promise.all(
      this.list.map(async ({ id, group, title, promise, kind, chip, choices, choosing, on }) => ({
        id,
        group,
        title,
        promise,
        kind,
        chip,
        on: (await on?.()) ?? false,
        choices: await choices?.(),
        choosing,
      })),
    );
  }

  /** Breaks something or repairs it; says what was done. */
  async turn(id: string, on: boolean, choice: string | undefined): Promise<string> {
    const found = this.list.find((each) => each.id === id);
    if (!found) throw new Error(`There is no "${id}" to break`);
    if (on) return found.start(choice);
    await found.stop?.();
    return `${found.title}: repaired.`;
  }

  atCall(call: GateCall): Verdict {
    for (const each of this.list) {
      const verdict = each.atCall?.(call);
      if (verdict !== undefined) return verdict;
    }
    return undefined;
  }

  failedRun(user: string): string | undefined {
    return this.first((each) => each.failRun?.(user));
  }

  failedEdit(user: string): string | undefined {
    return this.first((each) => each.failEdit?.(user));
  }

  get networkCut(): boolean {
    return this.list.some((each) => each.cutsNetwork?.() ?? false);
  }

  private first(of: (each: Break) => string | undefined): string | undefined {
    for (const each of this.list) {
      const text = of(each);
      if (text !== undefined) return text;
    }
    return undefined;
  }
}
