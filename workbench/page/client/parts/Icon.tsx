const paths = {
  undo: 'M12.5 8c-2.65 0-5.05 1-6.9 2.6L2 7v9h9l-3.62-3.62A7.95 7.95 0 0 1 12.5 10.5c3.54 0 6.55 2.31 7.6 5.5l2.37-.78A10.5 10.5 0 0 0 12.5 8z',
  redo: 'M18.4 10.6A10.4 10.4 0 0 0 11.5 8c-4.65 0-8.58 3.03-9.96 7.22L3.9 16a8 8 0 0 1 7.6-5.5c1.95 0 3.73.72 5.12 1.88L13 16h9V7z',
  bold: 'M15.6 11.8c1-.7 1.6-1.7 1.6-2.8 0-2.3-1.8-4-4-4H7v14h7c2.1 0 3.7-1.7 3.7-3.8a3.9 3.9 0 0 0-2.1-3.4zM10 7.5h3a1.5 1.5 0 0 1 0 3h-3zm3.5 9H10v-3h3.5a1.5 1.5 0 0 1 0 3z',
  fill: 'M16.6 9 7.6 0 6.2 1.4l2.4 2.4-5.2 5.1c-.6.6-.6 1.6 0 2.2l5.5 5.5c.3.3.7.4 1.1.4s.8-.1 1.1-.4l5.5-5.5c.6-.6.6-1.5 0-2.1zM5.2 10 10 5.2l4.8 4.8zM19 11.5s-2 2.2-2 3.5a2 2 0 0 0 4 0c0-1.3-2-3.5-2-3.5z',
  text: 'M11 3 5.5 17h2.3l1.1-3h6.2l1.1 3h2.3L13 3zm-1.4 9L12 5.7l2.4 6.3z',
  note: 'M20 2H4a2 2 0 0 0-2 2v18l4-4h14a2 2 0 0 0 2-2V4a2 2 0 0 0-2-2zm-3 9h-4v4h-2v-4H7V9h4V5h2v4h4z',
  download: 'M19 9h-4V3H9v6H5l7 7zM5 18v2h14v-2z',
  plus: 'M19 13h-6v6h-2v-6H5v-2h6V5h2v6h6z',
  list: 'M3 18h18v-2H3zm0-5h18v-2H3zm0-7v2h18V6z',
  down: 'M7 10l5 5 5-5z',
  up: 'M7 14l5-5 5 5z',
  close: 'M19 6.4 17.6 5 12 10.6 6.4 5 5 6.4l5.6 5.6L5 17.6 6.4 19l5.6-5.6 5.6 5.6 1.4-1.4-5.6-5.6z',
  percent:
    'M18.5 4.1 19.9 5.5 5.5 19.9 4.1 18.5zM7 10a3 3 0 1 1 0-6 3 3 0 0 1 0 6zm0-2a1 1 0 1 0 0-2 1 1 0 0 0 0 2zm10 12a3 3 0 1 1 0-6 3 3 0 0 1 0 6zm0-2a1 1 0 1 0 0-2 1 1 0 0 0 0 2z',
  person: 'M12 12a4 4 0 1 0 0-8 4 4 0 0 0 0 8zm0 2c-2.7 0-8 1.3-8 4v2h16v-2c0-2.7-5.3-4-8-4z',
  bolt: 'M11 21h-1l1-7H7.5c-.9 0-.6-.5-.4-.9L13 3h1l-1 7h3.5c.5 0 .6.3.5.6z',
  right: 'M10 7l5 5-5 5z',
} as const;

export type IconName = keyof typeof paths;

/** A small picture beside or in place of words; whoever uses it says the words. */
export function Icon({ name, size = 18 }: { name: IconName; size?: number }) {
  return (
    <svg width={size} height={size} viewBox="0 0 24 24" fill="currentColor" aria-hidden="true">
      <path d={paths[name]} />
    </svg>
  );
}
