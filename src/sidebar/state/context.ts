import { createContext } from 'preact';
import { useContext, useEffect, useRef, useState } from 'preact/hooks';
import { clock } from '../clock';
import type { App } from './app';
import type { State } from './state';

/** The sidebar's doings, and its state as it is now. */
export interface Here {
  app: App;
  state: State;
}

export const HereContext = createContext<Here>(null as unknown as Here);

/** Whoever uses it is drawn again when the state changes. */
export function useApp(): Here {
  return useContext(HereContext);
}

/** Whether a work is under way, and what begins one; while one is, another is not begun. */
export function useWork(): [boolean, (work: () => Promise<unknown>) => void] {
  const [busy, setBusy] = useState(false);
  const under = useRef(false);
  return [
    busy,
    (work) => {
      if (under.current) return;
      under.current = true;
      setBusy(true);
      void work().finally(() => {
        under.current = false;
        setBusy(false);
      });
    },
  ];
}

/** The machine's clock, drawn again every `milliseconds`. */
export function useClock(milliseconds: number): number {
  const [now, setNow] = useState(clock());
  useEffect(() => {
    const timer = setInterval(() => setNow(clock()), milliseconds);
    return () => clearInterval(timer);
  }, [milliseconds]);
  return now;
}
