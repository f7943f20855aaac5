import { Button, Input } from 'antd-mobile';
import { useReducer, useState } from 'react';
import { api, problemText, ProblemError } from '@/shared/api';
import {
  advice,
  cleaned,
  decodePicture,
  scan,
  start,
  takesCode,
  useCamera,
  type CameraState,
  type ScanState,
} from '@/shared/scan';
import { Icon, State } from '@/shared/ui';
import { Body, Notice, Section } from '../../ui';
import { Card } from '../code/Card';
import css from './ScanPage.module.css';

const words: Record<Exclude<CameraState, 'on'>, string> = {
  starting: '正在打开摄像头，请选择“允许”',
  denied: '没有使用摄像头的权限，请从相册选择图片，或输入码内容。',
  missing: '没有找到摄像头，请从相册选择图片，或输入码内容。',
  insecure: '只有 HTTPS 地址可以使用摄像头，请从相册选择图片，或输入码内容。',
};

/** 扫一扫: camera, then picture, then typed. */
export default function ScanPage() {
  const [state, send] = useReducer(scan, start('CAMERA'));
  const [typed, setTyped] = useState('');
  const { phase } = state;
  const read = async (content: string, source: 'CAMERA' | 'PICTURE' | 'TYPED') => {
    if (!takesCode(state) || !cleaned(content)) return;
    send({ type: 'read', content });
    try {
      const body = { content: cleaned(content), source };
      send({ type: 'answered', result: await api.post('/api/code/scans', { body }) });
    } catch (error) {
      const code = error instanceof ProblemError ? error.code : 'UNKNOWN';
      send({ type: 'refused', refusal: { code, message: problemText(error) } });
    }
  };
  const picture = async (file: Blob | undefined) => {
    if (!file) return;
    send({ type: 'picture' });
    const content = await decodePicture(file);
    if (content) {
      send({ type: 'again' });
      await read(content, 'PICTURE');
    } else send({ type: 'nothing-found' });
  };

  if (phase.kind === 'shown') {
    return (
      <Body>
        <Card card={phase.result.card} />
        <Notice>本次查看已留痕，企业可查询查看人、时间和内容。</Notice>
        <Button block color="primary" onClick={() => send({ type: 'again' })}>
          继续扫码
        </Button>
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
      <Finder state={state} onCode={(content) => void read(content, 'CAMERA')} />
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
            <Input
              aria-label="码内容"
              placeholder="或输入码内容"
              value={typed}
              onChange={setTyped}
              clearable
            />
            <Button type="submit" color="primary" disabled={!typed.trim()} loading={phase.kind === 'sending'}>
              核验
            </Button>
          </form>
        </div>
      </Section>
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
