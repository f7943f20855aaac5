import { Button, Input } from 'antd-mobile';
import { useEffect, useReducer, useState } from 'react';
import { useNavigate } from 'react-router';
import {
  api,
  isProblem,
  NETWORK,
  problemText,
  ProblemError,
  startSignIn,
  useKeyOf,
  useMe,
} from '@/shared/api';
import {
  advice,
  checkOffline,
  cleaned,
  decodePicture,
  prepareOfflineCheck,
  scan,
  serviceTokenOf,
  start,
  takesCode,
  useCamera,
  type CameraState,
  type ScanState,
} from '@/shared/scan';
import { Checked, WITHOUT_NETWORK } from '@/shared/scan/Checked';
import { ErrorState, Icon, Skeleton, State, useOnline } from '@/shared/ui';
import { isInWeChat, scanInWeChat } from '@/shared/wechat';
import { Body, Notice, Section } from '../../ui';
import { Card } from '../code/Card';
import css from './ScanPage.module.css';

const words: Record<Exclude<CameraState, 'on'>, string> = {
  starting: '正在打开摄像头，请选择“允许”',
  denied: '没有使用摄像头的权限，请从相册选择图片，或输入码内容。',
  missing: '没有找到摄像头，请从相册选择图片，或输入码内容。',
  insecure: '只有 HTTPS 地址可以使用摄像头，请从相册选择图片，或输入码内容。',
};

/** Opens without a network, too: who is asking cannot be found out then, and nothing is shown that a code does not say itself. */
export default function ScanPage() {
  const { me, loading, error, can } = useMe();
  const online = useOnline();
  const offline = !online || isProblem(error, NETWORK);
  const stranger = !offline && !loading && !error && !me;
  useEffect(() => {
    if (stranger) startSignIn();
  }, [stranger]);
  const officer = can('code.scan');
  useEffect(() => {
    // Without it a check without a network says that it cannot be made.
    if (officer && !offline) prepareOfflineCheck().catch(() => undefined);
  }, [officer, offline]);
  if (offline) return <Scanner offline officer />;
  if (error) return <ErrorState error={error} />;
  if (loading || !me) return <Skeleton lines={8} />;
  return <Scanner officer={officer} />;
}

/** 扫一扫: WeChat's own scanner inside WeChat, else the camera; then picture, then typed. Codes of enterprises for officers, codes of services for everybody. */
function Scanner({ officer, offline = false }: { officer: boolean; offline?: boolean }) {
  const [state, send] = useReducer(scan, start('CAMERA'));
  const [typed, setTyped] = useState('');
  const [byWeChat, setByWeChat] = useState(isInWeChat);
  const navigate = useNavigate();
  const { phase } = state;

  const refuse = (code: string, message: string) => send({ type: 'refused', refusal: { code, message } });
  const key = useKeyOf();
  const read = async (content: string, source: 'CAMERA' | 'PICTURE' | 'TYPED' | 'WECHAT') => {
    if (!takesCode(state) || !cleaned(content)) return;
    send({ type: 'read', content });
    const token = serviceTokenOf(content);
    if (token && offline) return refuse('NEEDS_NETWORK', '打开服务需要网络');
    if (token) return void navigate(`/s/${token}`);
    if (!officer) return refuse('NOT_OFFICER', '这不是服务码');
    const alone = async () => send({ type: 'checked', check: await checkOffline(cleaned(content)) });
    if (offline) return alone();
    try {
      const body = { content: cleaned(content), source };
      const result = await api.post('/api/code/scans', { body, idempotencyKey: key.of(body) });
      key.done();
      send({ type: 'answered', result });
    } catch (error) {
      if (isProblem(error, NETWORK)) return alone();
      refuse(error instanceof ProblemError ? error.code : 'UNKNOWN', problemText(error));
    }
  };
  const picture = async (file: Blob | undefined) => {
    if (!file) return;
    send({ type: 'picture' });
    const found = await decodePicture(file);
    if ('content' in found) {
      send({ type: 'again' });
      await read(found.content, 'PICTURE');
    } else send({ type: 'nothing-found', lacks: found.lacks });
  };

  const again = (
    <Button block color="primary" onClick={() => send({ type: 'again' })}>
      继续扫码
    </Button>
  );
  if (phase.kind === 'shown') {
    return (
      <Body>
        <Card card={phase.result.card} />
        <Notice>本次查看已留痕，企业可查询查看人、时间和内容。</Notice>
        {again}
      </Body>
    );
  }
  if (phase.kind === 'checked') {
    return (
      <Body>
        <Checked check={phase.check} />
        {again}
      </Body>
    );
  }
  if (phase.kind === 'refused') {
    return (
      <Body>
        <State pose="search" title={phase.refusal.message} hint={advice(phase.refusal.code)} role="alert">
          <Button color="primary" onClick={() => send({ type: 'again' })}>
            重新扫码
          </Button>
        </State>
      </Body>
    );
  }
  return (
    <Body>
      {offline && <Notice tone="wait">{WITHOUT_NETWORK}</Notice>}
      {byWeChat && !offline ? (
        <WeChatFinder
          busy={phase.kind !== 'ready'}
          onCode={(content) => void read(content, 'WECHAT')}
          onFailure={() => setByWeChat(false)}
        />
      ) : (
        <Finder state={state} onCode={(content) => void read(content, 'CAMERA')} />
      )}
      <Section>
        <div className={css.ways}>
          <label className={css.picture}>
            <Icon name="upload" size={20} /> 从相册选择
            <input
              type="file"
              accept="image/*"
              onChange={(event) => {
                void picture(event.target.files?.[0]);
                event.target.value = '';
              }}
            />
          </label>
          <form
            className={css.typed}
            onSubmit={(event) => {
              event.preventDefault();
              void read(typed, 'TYPED');
            }}
          >
            <Input aria-label="码内容" placeholder="或输入码内容" value={typed} onChange={setTyped} />
            <Button type="submit" color="primary" disabled={!typed.trim()} loading={phase.kind === 'sending'}>
              {officer ? '核验' : '打开'}
            </Button>
          </form>
        </div>
      </Section>
      {!officer && <Notice>扫描服务窗口、园区、场所张贴的服务码，直接打开对应的服务。</Notice>}
    </Body>
  );
}

function Finder({ state, onCode }: { state: ScanState; onCode: (content: string) => void }) {
  const looking = state.phase.kind === 'ready';
  const { video, state: camera } = useCamera(looking, onCode);
  return (
    <div className={css.finder}>
      {looking && <video ref={video} muted playsInline aria-label="摄像头画面" />}
      {looking && camera !== 'on' && <p role="status">{words[camera]}</p>}
      {!looking && <p role="status">正在核验</p>}
    </div>
  );
}

/** WeChat's own scanner. Where WeChat does not let the page have it, the camera takes its place. */
function WeChatFinder({
  busy,
  onCode,
  onFailure,
}: {
  busy: boolean;
  onCode: (content: string) => void;
  onFailure: () => void;
}) {
  const [opening, setOpening] = useState(false);
  const open = async () => {
    setOpening(true);
    try {
      const content = await scanInWeChat();
      if (content) onCode(content);
    } catch {
      onFailure();
    } finally {
      setOpening(false);
    }
  };
  return (
    <div className={css.finder}>
      {busy ? (
        <p role="status">正在核验</p>
      ) : (
        <Button color="primary" size="large" loading={opening} onClick={() => void open()}>
          打开微信扫一扫
        </Button>
      )}
    </div>
  );
}
