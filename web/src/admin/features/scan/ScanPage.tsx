import { useQuery, useQueryClient } from '@tanstack/react-query';
import { Button, Input, type InputRef } from 'antd';
import { useEffect, useReducer, useRef, useState, type ClipboardEvent, type DragEvent } from 'react';
import { Link } from 'react-router';
import { api, isProblem, NETWORK, problemText, ProblemError, useKeyOf } from '@/shared/api';
import { label } from '@/shared/i18n';
import {
  advice,
  checkOffline,
  cleaned,
  decodePicture,
  prepareOfflineCheck,
  scan,
  start,
  takesCode,
  useCamera,
  type CameraState,
  type ScanState,
  type Way,
} from '@/shared/scan';
import { Checked, WITHOUT_NETWORK } from '@/shared/scan/Checked';
import { Empty, Icon, Loaded, Skeleton, State, timeAgo, useOnline, type IconName } from '@/shared/ui';
import { MainButton, PageHead, Panel } from '../../ui/page';
import { Card } from './Card';
import css from './ScanPage.module.css';

const WAYS: { way: Way; label: string; icon: IconName }[] = [
  { way: 'CAMERA', label: '摄像头', icon: 'camera' },
  { way: 'PICTURE', label: '图片', icon: 'picture' },
  { way: 'TYPED', label: '扫码枪', icon: 'keyboard' },
];

const PLACE = 'zq.scan-place';

/** 扫码核验: an officer scans the code that an enterprise presents and sees what it allows. */
export default function ScanPage() {
  const queries = useQueryClient();
  // A scanner that types works in any window; a camera asks first. So typing is what an office desk starts with.
  const [state, send] = useReducer(scan, start(matchMedia('(pointer: coarse)').matches ? 'CAMERA' : 'TYPED'));
  const [place, setPlace] = useState(() => localStorage.getItem(PLACE) ?? '');
  const { phase, way } = state;
  const key = useKeyOf();
  const online = useOnline();
  useEffect(() => {
    // Without it a check without a network says that it cannot be made.
    if (online) prepareOfflineCheck().catch(() => undefined);
  }, [online]);

  const read = async (content: string) => {
    if (!takesCode(state) || !cleaned(content)) return;
    send({ type: 'read', content });
    const alone = async () => send({ type: 'checked', check: await checkOffline(cleaned(content)) });
    if (!online) return alone();
    try {
      const body = { content: cleaned(content), source: way, place: place.trim() || undefined };
      const result = await api.post('/api/code/scans', { body, idempotencyKey: key.of(body) });
      key.done();
      send({ type: 'answered', result });
      void queries.invalidateQueries({ queryKey: ['scans'] });
    } catch (error) {
      if (isProblem(error, NETWORK)) return alone();
      const code = error instanceof ProblemError ? error.code : 'UNKNOWN';
      send({ type: 'refused', refusal: { code, message: problemText(error) } });
    }
  };
  const readPicture = async (file: Blob | null | undefined) => {
    if (!file || phase.kind === 'sending') return;
    send({ type: 'picture' });
    try {
      const found = await decodePicture(file);
      if ('content' in found) await read(found.content);
      else send({ type: 'nothing-found', lacks: found.lacks });
    } catch {
      // The decoder is loaded when it is first needed.
      send({
        type: 'refused',
        refusal: { code: 'NO_DECODER', message: '识别组件没有加载成功，请检查网络后重试' },
      });
    }
  };
  const savePlace = (text: string) => {
    setPlace(text);
    localStorage.setItem(PLACE, text);
  };
  const idle = phase.kind === 'ready';

  return (
    <div className={css.page}>
      <PageHead title="扫码核验" facts="核验企业出示的企业码，按企业授权查看企业名片" />
      {!online && (
        <p className={css.offline} role="status">
          {WITHOUT_NETWORK}
        </p>
      )}
      <div className={css.columns}>
        <div className={css.left}>
          <section className={css.panel} aria-label="扫码方式">
            <Ways way={way} onChange={(next) => send({ type: 'way', way: next })} />
            <div className={css.body} role="tabpanel" id="scan-way" aria-labelledby={`scan-${way}`}>
              {way === 'CAMERA' && (
                <Camera state={state} onCode={read} onAgain={() => send({ type: 'again' })} />
              )}
              {way === 'PICTURE' && <Picture onPicture={readPicture} busy={phase.kind === 'reading'} />}
              {way === 'TYPED' && <Typed phase={phase.kind} onCode={read} />}
              <div className={css.field}>
                <label htmlFor="scan-place">核验地点（选填）</label>
                <Input
                  id="scan-place"
                  value={place}
                  maxLength={50}
                  placeholder="如：区行政服务中心"
                  onChange={(event) => savePlace(event.target.value)}
                />
              </div>
            </div>
          </section>
          <History />
        </div>
        <div className={idle ? `${css.right} ${css.idle}` : css.right} aria-live="polite">
          <Outcome state={state} onAgain={() => send({ type: 'again' })} />
        </div>
      </div>
    </div>
  );
}

function Ways({ way, onChange }: { way: Way; onChange: (way: Way) => void }) {
  const move = (step: number) => {
    const at = WAYS.findIndex((one) => one.way === way);
    const next = WAYS[(at + step + WAYS.length) % WAYS.length]!;
    onChange(next.way);
    document.getElementById(`scan-${next.way}`)?.focus();
  };
  return (
    <div className={css.ways} role="tablist" aria-label="扫码方式">
      {WAYS.map((one) => (
        <button
          key={one.way}
          id={`scan-${one.way}`}
          type="button"
          role="tab"
          aria-selected={one.way === way}
          aria-controls="scan-way"
          tabIndex={one.way === way ? 0 : -1}
          onClick={() => onChange(one.way)}
          onKeyDown={(event) => {
            if (event.key === 'ArrowRight') move(1);
            if (event.key === 'ArrowLeft') move(-1);
          }}
        >
          <Icon name={one.icon} /> {one.label}
        </button>
      ))}
    </div>
  );
}

const CAMERA_WORDS: Record<Exclude<CameraState, 'on'>, string> = {
  starting: '正在打开摄像头，请在浏览器提示中选择“允许”',
  denied: '没有使用摄像头的权限。请在浏览器地址栏的站点设置中允许使用摄像头，或改用图片、扫码枪。',
  missing: '没有找到可用的摄像头，请改用图片或扫码枪。',
  insecure: '浏览器只允许在 HTTPS 地址下使用摄像头，请改用图片或扫码枪。',
};

function Camera({
  state,
  onCode,
  onAgain,
}: {
  state: ScanState;
  onCode: (content: string) => Promise<void>;
  onAgain: () => void;
}) {
  const looking = state.phase.kind === 'ready';
  const { video, state: camera } = useCamera(looking, (content) => void onCode(content));
  return (
    <>
      <div className={css.finder}>
        {looking && <video ref={video} muted playsInline aria-label="摄像头画面" />}
        {looking && camera === 'on' && (
          <span className={css.corners}>
            <Corners />
          </span>
        )}
        {looking && camera !== 'on' && <p role="status">{CAMERA_WORDS[camera]}</p>}
        {!looking && <p>{state.phase.kind === 'sending' ? '正在核验' : '摄像头已暂停'}</p>}
      </div>
      {looking ? (
        <p className={css.hint}>将企业出示的二维码对准取景框，识别后自动核验。</p>
      ) : (
        <MainButton type="primary" disabled={state.phase.kind === 'sending'} onClick={onAgain}>
          继续扫码
        </MainButton>
      )}
    </>
  );
}

function Corners() {
  return (
    <svg
      viewBox="0 0 100 100"
      preserveAspectRatio="none"
      fill="none"
      stroke="currentColor"
      aria-hidden="true"
    >
      <path
        d="M2 20V2h18M80 2h18v18M98 80v18H80M20 98H2V80"
        strokeWidth="4"
        vectorEffect="non-scaling-stroke"
      />
    </svg>
  );
}

function Picture({ onPicture, busy }: { onPicture: (file: Blob | null | undefined) => void; busy: boolean }) {
  const drop = (event: DragEvent) => {
    event.preventDefault();
    onPicture(event.dataTransfer.files[0]);
  };
  const paste = (event: ClipboardEvent) => {
    const file = [...event.clipboardData.files].find((one) => one.type.startsWith('image/'));
    if (file) onPicture(file);
  };
  return (
    <label className={css.drop} onDragOver={(event) => event.preventDefault()} onDrop={drop} onPaste={paste}>
      <Icon name="picture" size={36} />
      <b>{busy ? '正在识别' : '选择或拍摄二维码图片'}</b>
      <span className={css.hint}>也可以把图片拖到这里，或复制后粘贴</span>
      <input
        type="file"
        accept="image/*"
        onChange={(event) => {
          onPicture(event.target.files?.[0]);
          // The same file may be chosen again.
          event.target.value = '';
        }}
      />
    </label>
  );
}

function Typed({ phase, onCode }: { phase: string; onCode: (content: string) => Promise<void> }) {
  const field = useRef<InputRef>(null);
  const [text, setText] = useState('');
  useEffect(() => {
    // The next code may come at any time: a hardware scanner types wherever the focus is.
    if (phase !== 'sending') field.current?.focus({ preventScroll: true });
  }, [phase]);
  return (
    <form
      className={css.field}
      onSubmit={(event) => {
        event.preventDefault();
        setText('');
        void onCode(text);
      }}
    >
      <label htmlFor="scan-content">企业码内容</label>
      <div className={css.typed}>
        <Input
          id="scan-content"
          ref={field}
          value={text}
          autoComplete="off"
          spellCheck={false}
          placeholder="用扫码枪扫描，或粘贴码内容"
          onChange={(event) => setText(event.target.value)}
        />
        <MainButton type="primary" htmlType="submit" loading={phase === 'sending'} disabled={!text.trim()}>
          核验
        </MainButton>
      </div>
      <p className={css.hint}>光标在输入框内时直接用扫码枪扫描，识别后自动核验，可连续扫码。</p>
    </form>
  );
}

function Outcome({ state, onAgain }: { state: ScanState; onAgain: () => void }) {
  const { phase } = state;
  if (phase.kind === 'shown') return <Card result={phase.result} />;
  if (phase.kind === 'sending' || phase.kind === 'reading') return <Skeleton lines={6} height={28} />;
  if (phase.kind === 'checked') {
    return (
      <>
        <Checked check={phase.check} />
        <div>
          <Button onClick={onAgain}>重新扫码</Button>
        </div>
      </>
    );
  }
  if (phase.kind === 'refused') {
    const hint = advice(phase.refusal.code);
    return (
      <section className={css.refused} role="alert">
        <h2>{phase.refusal.message}</h2>
        {hint && <p>{hint}</p>}
        <div>
          <Button onClick={onAgain}>重新扫码</Button>
        </div>
      </section>
    );
  }
  return (
    <div className={css.await}>
      <State pose="point" title="等待扫码" hint="核验成功后在这里显示企业名片" compact />
    </div>
  );
}

function History() {
  const query = useQuery({
    queryKey: ['scans', 'recent'],
    queryFn: ({ signal }) => api.get('/api/code/scans', { query: { size: 5 }, signal }),
  });
  return (
    <Panel title="我的扫码记录" extra={<Link to="/scan/history">全部记录</Link>} bare>
      <Loaded query={query} compact>
        {({ items }) =>
          items.length ? (
            <ul className={css.history}>
              {items.map((record) => (
                <li key={record.id}>
                  <span>{record.enterpriseName}</span>
                  <time dateTime={record.at}>{timeAgo(record.at)}</time>
                  <small>
                    {label('scanSource', record.source)}
                    {record.place && ` · ${record.place}`}
                  </small>
                </li>
              ))}
            </ul>
          ) : (
            <Empty compact title="还没有扫码记录" />
          )
        }
      </Loaded>
    </Panel>
  );
}
