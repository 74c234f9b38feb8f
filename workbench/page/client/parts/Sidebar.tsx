import { useEffect, useRef } from 'preact/hooks';
import { answerFrame, frameAddress, tellFrame } from '../frameLine';
import { Icon } from './Icon';
import { usePage, useShown } from './usePage';

/** As Google's; the frame is of another origin, so that it reaches nothing of this page. */
const sandbox =
  'allow-same-origin allow-forms allow-scripts allow-popups allow-downloads allow-modals allow-popups-to-escape-sandbox';

/** The add-on's sidebar: what the script showed, in a frame 300 pixels wide. */
export function Sidebar() {
  const page = usePage();
  const { sidebar, ahead } = useShown();
  const frame = useRef<HTMLIFrameElement>(null);
  useEffect(() => tellFrame(frame.current, { type: 'clock', ahead }), [ahead]);
  useEffect(() => answerFrame(() => frame.current, page), [page]);
  if (!sidebar) return null;
  const address = frameAddress(sidebar.id, ahead);
  return (
    <aside class="sidebar" aria-label={sidebar.title}>
      <div class="sidebar-title">
        <h2>{sidebar.title}</h2>
        <button
          type="button"
          class="tool"
          aria-label="Close"
          title="Close"
          onClick={() => page.set({ sidebar: null })}
        >
          <Icon name="close" />
        </button>
      </div>
      <Frame key={sidebar.id} frame={frame} address={address} title={sidebar.title} />
    </aside>
  );
}

interface FrameProps {
  readonly frame: { current: HTMLIFrameElement | null };
  readonly address: string;
  readonly title: string;
}

/** The frame keeps the address that it began with: another one would load it again. */
function Frame({ frame, address, title }: FrameProps) {
  const first = useRef(address).current;
  return <iframe ref={frame} title={title} src={first} sandbox={sandbox} />;
}
