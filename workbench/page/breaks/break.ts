import type { Control } from '../../clockify/control/client';
import type { GateCall, Verdict } from '../../gas/gate';
import type { Platform } from '../../gas/platform';
import type { Passing } from '../passing';
import type { BreakView } from '../protocol';

/** What a break can reach. */
export interface Breakable {
  readonly platform: Platform;
  readonly passing: Passing;
  /** The demo Clockify. */
  readonly control: Control;
  /** Calls an entry point as the first user's sidebar does and gives its value; a problem's title is thrown. */
  run<T>(functionName: string, payload: object): Promise<T>;
  /** Opens the first user's sidebar anew. */
  openSidebar(): Promise<unknown>;
  /** Ends what runs at its next service call, or else the next execution at its fifth. Says which. */
  endExecution(): 'running' | 'next';
  /** Brings a tab to the front of everybody's page. */
  bringToFront(tab: string): void;
}

/** One way to break something on purpose, and to repair it again. */
export interface Break extends Omit<BreakView, 'on' | 'choices'> {
  /** What can be chosen; it is asked for each time the panel is drawn. */
  choices?(): Promise<{ value: string; label: string }[]>;
  /** Whether it is on now; a button never is. */
  on?(): boolean | Promise<boolean>;
  /** Breaks it, and says in a sentence what was done. */
  start(choice: string | undefined): Promise<string>;
  /** Repairs it. */
  stop?(): Promise<void>;
  /** Has a say at every service call while it is on. */
  atCall?(call: GateCall): Verdict;
  /** What `google.script.run` of a user fails with while it is on; the function isn't called then. */
  failRun?(user: string): string | undefined;
  /** Why a user can't edit by hand while it is on. */
  failEdit?(user: string): string | undefined;
  /** Whether Google reaches no server while it is on. */
  cutsNetwork?(): boolean;
}

/** A switch that only is on or off; its effects ask `on`. */
export function toggle(
  view: Pick<Break, 'id' | 'group' | 'title' | 'promise' | 'chip'>,
  effects: (on: () => boolean) => Partial<Break>,
): Break {
  let isOn = false;
  const on = () => isOn;
  const { start, stop, ...others } = effects(on);
  return {
    ...view,
    kind: 'switch',
    on,
    ...others,
    async start(choice) {
      isOn = true;
      return (await start?.(choice)) ?? `${view.title}: on.`;
    },
    async stop() {
      isOn = false;
      await stop?.();
    },
  };
}
