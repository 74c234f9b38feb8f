import { createContext } from 'preact';
import { useContext, useEffect, useState } from 'preact/hooks';
import type { Page } from '../page';
import type { Shown } from '../shown';

export const PageContext = createContext<Page>(null as unknown as Page);

export function usePage(): Page {
  return useContext(PageContext);
}

/** What the page shows, drawn again whenever it changes. */
export function useShown(): Shown {
  const page = usePage();
  const [shown, setShown] = useState(page.shown);
  useEffect(() => {
    setShown(page.shown);
    return page.watch(() => setShown(page.shown));
  }, [page]);
  return shown;
}
