/** Icons on a grid of 20, drawn as lines so that they take the colour of the text beside them. */
const SHAPES = {
  alert: 'M10 3 2.5 16.5h15zM10 8v4M10 14.2v.1',
  arrow: 'M4 10h12M11 5l5 5-5 5',
  back: 'M16 10H4M9 5l-5 5 5 5',
  braces: 'M8 4c-2 0-2 1-2 3s0 3-2 3c2 0 2 1 2 3s0 3 2 3M12 4c2 0 2 1 2 3s0 3 2 3c-2 0-2 1-2 3s0 3-2 3',
  briefcase: 'M3 7h14v9H3zM7.5 7V4.5h5V7M3 11h14',
  cell: 'M3 4h14v12H3zM3 9h14M9 4v12M12 12l3 3M12 15.5V12h3.5',
  check: 'M4 10.5 8 14.5 16 5.5',
  chevron: 'M6 8l4 4 4-4',
  clock: 'M10 3a7 7 0 1 0 0 14 7 7 0 0 0 0-14zM10 6v4.2l2.8 1.8',
  close: 'M5 5l10 10M15 5 5 15',
  cloud:
    'M3 3l14 14M7 7.2A4 4 0 0 0 3 11a3.6 3.6 0 0 0 3.6 3.6h7.6M16.6 13.3A3 3 0 0 0 14.6 8.6 4.6 4.6 0 0 0 9.5 5.6',
  dots: 'M10 4.6v.1M10 10v.1M10 15.4v.1',
  down: 'M10 4v12M5 11l5 5 5-5',
  drag: 'M7.5 5v.1M12.5 5v.1M7.5 10v.1M12.5 10v.1M7.5 15v.1M12.5 15v.1',
  external: 'M8 4.5H4.5v11h11V12M11 4h5v5M16 4l-7 7',
  eye: 'M2.5 10S5.2 5 10 5s7.5 5 7.5 5-2.7 5-7.5 5-7.5-5-7.5-5zM10 8a2 2 0 1 0 0 4 2 2 0 0 0 0-4z',
  eyeOff:
    'M3 3l14 14M8.2 5.2C8.8 5 9.4 5 10 5c4.8 0 7.5 5 7.5 5s-.7 1.3-2 2.6M12 14.7c-.6.2-1.3.3-2 .3-4.8 0-7.5-5-7.5-5s1-1.9 2.9-3.4',
  filter: 'M3 4.5h14L11.5 11v5l-3 1.5V11z',
  first: 'M4 4h12M10 17V8M6 11.5 10 7.5l4 4',
  folder: 'M3 5h5l1.5 2H17v9H3z',
  gear: 'M10 7.4a2.6 2.6 0 1 0 0 5.2 2.6 2.6 0 0 0 0-5.2zM8.6 3h2.8l.4 2 1.5.9 2-.7 1.4 2.4-1.6 1.4v1.9l1.6 1.4-1.4 2.4-2-.7-1.5.9-.4 2.1H8.6l-.4-2.1-1.5-.9-2 .7-1.4-2.4L4.9 10.9V9L3.3 7.6l1.4-2.4 2 .7L8.2 5z',
  key: 'M7 8.5a3.5 3.5 0 1 0 0 7 3.5 3.5 0 0 0 0-7zM9.5 9.5 16 3.5M13 6.3l2.3 2.4',
  list: 'M7 5.5h10M7 10h10M7 14.5h10M3.5 5.5v.1M3.5 10v.1M3.5 14.5v.1',
  lock: 'M5 9h10v7.5H5zM7 9V6.5a3 3 0 0 1 6 0V9M10 12v1.6',
  pencil: 'M4 16l.8-3.6L13.5 3.7l2.8 2.8-8.7 8.7z',
  plus: 'M10 4v12M4 10h12',
  pulse: 'M2.5 10.5h3.5L8.5 4l3.5 12 2.2-5.5h3.3',
  refresh: 'M16 10a6 6 0 1 1-1.8-4.3L16 7.5M16 3.5v4h-4',
  rising: 'M3 16l5-5 3 3 6-8M13 6h4v4',
  rows: 'M3 4h14v12H3zM3 8h14M3 12h14M8 8v8',
  search: 'M8.8 4a4.8 4.8 0 1 0 0 9.6 4.8 4.8 0 0 0 0-9.6zM12.3 12.3 16.5 16.5',
  send: 'M3 10 17 3.5 13 16.5 9.5 11.5zM9.5 11.5 17 3.5',
  share: 'M10 3a7 7 0 1 0 7 7h-7zM13 3.6A7 7 0 0 1 16.4 7H13z',
  spark: 'M10 3l1.7 5.3L17 10l-5.3 1.7L10 17l-1.7-5.3L3 10l5.3-1.7z',
  stop: 'M6 6h8v8H6z',
  tag: 'M3.5 3.5h6l7 7-6 6-7-7zM6.8 6.8v.1',
  tasks: 'M3 4.5h5v5H3zM3 12.5h5M11 5.5h6M11 8.5h4M11 12.5h6M3 15.5h9',
  target: 'M10 3a7 7 0 1 0 0 14 7 7 0 0 0 0-14zM10 7a3 3 0 1 0 0 6 3 3 0 0 0 0-6z',
  trash: 'M4 6h12M8 6V4h4v2M5.5 6l.7 10.5h7.6L14.5 6M8.5 9v5M11.5 9v5',
  up: 'M10 16V4M5 9l5-5 5 5',
  users:
    'M7.5 4.5a2.7 2.7 0 1 0 0 5.4 2.7 2.7 0 0 0 0-5.4zM2.5 16c0-2.8 2-4.3 5-4.3s5 1.5 5 4.3M13 5a2.4 2.4 0 0 1 0 4.7M14.5 12c1.9.5 3 1.9 3 4',
};

export type IconName = keyof typeof SHAPES;

/** An icon; what it stands for is said by the text beside it or by its button's label. */
export function Icon({ name, size = 20 }: { name: IconName; size?: number }) {
  return (
    <svg
      class={`icon icon-${name}`}
      width={size}
      height={size}
      viewBox="0 0 20 20"
      aria-hidden="true"
      focusable="false"
    >
      <path d={SHAPES[name]} />
    </svg>
  );
}
