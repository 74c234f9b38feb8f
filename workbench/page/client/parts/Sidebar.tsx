import { useEffect, useRef } from 'preact/hooks';
import { Icon } from './Icon';
import { usePage, useShown } from './usePage';

/** As Google's; the frame is of another origin, so that it reaches nothing of this page. */
const sandbox =
  'allow-same-origin allow-forms allow-scripts allow-popups allow-downloads allow-modals allow-popups-to-escape-sandbox';

type FromFrame =
  | { type: 'run'; id: number; functionName: string; args: string }
  | { type: 'close' }
  | { type: 'focus' };

const { hostname, port, origin } = window.location;
const frameOrigin = `http://${hostname === 'localhost' ? '127.0.0.1' : 'localhost'}:${port}`;

/** The add-on's sidebar: what the script showed, in a frame 300 pixels wide. */
export function Sidebar() {
  const page = usePage();
  const { sidebar, ahead } = useShown();
  const frame = useRef<HTMLIFrameElement>(null);
  const send = (message: object) => frame.current?.contentWindow?.postMessage(message, frameOrigin);
  useEffect(() => send({ type: 'clock', ahead }), [ahead]);
  useEffect(() => {
    const hear = async ({ source, origin: from, data }: MessageEvent<FromFrame>) => {
      if (source !== frame.current?.contentWindow || from !== frameOrigin) return;
      if (data.type === 'close') page.set({ sidebar: null });
      else if (data.type === 'focus') page.grid.focus();
      else if (data.type === 'run') {
        const { id, functionName, args } = data;
        const answer = await page.server.run(functionName, JSON.parse(args)).catch(() => ({
          ok: false,
          message: 'NetworkError: Connection failure due to HTTP 0',
        }));
        send({ type: 'answer', id, ...answer });
      }
    };
    window.addEventListener('message', hear);
    return () => window.removeEventListener('message', hear);
  }, []);
  if (!sidebar) return null;
  const address = `${frameOrigin}/sidebar/${sidebar.id}?page=${encodeURIComponent(origin)}&ahead=${page.shown.ahead}`;
  return (
    <aside class="sidebar" aria-label={sidebar.title}>
      <div class="sidebar-title">
        <h2>{sidebar.title}</h2>
        <button type="button" class="tool" aria-label="Close" title="Close" onClick={() => page.set({ sidebar: null })}>
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
