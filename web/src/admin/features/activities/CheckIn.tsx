import { useQueryClient } from '@tanstack/react-query';
import { Alert, Button, Input } from 'antd';
import { useState } from 'react';
import { api, useSubmit, type ActivitySignUp } from '@/shared/api';
import { useCamera, type CameraState } from '@/shared/scan/useCamera';
import { MainButton, Panel } from '../../ui/page';
import css from './activities.module.css';

const CAMERA_WORDS: Record<Exclude<CameraState, 'on'>, string> = {
  starting: '正在打开摄像头，请选择“允许”',
  denied: '没有使用摄像头的权限，请在浏览器设置中允许，或输入签到码。',
  missing: '没有找到可用的摄像头，请输入签到码。',
  insecure: '浏览器只允许在 HTTPS 地址下使用摄像头，请输入签到码。',
};

/** The door: a code is typed, or read by the camera; each lets in once. */
export function CheckIn({ activityId }: { activityId: string }) {
  const queries = useQueryClient();
  const [code, setCode] = useState('');
  const [camera, setCamera] = useState(false);
  const [last, setLast] = useState<ActivitySignUp>();
  const checkIn = useSubmit(
    (typed: string, idempotencyKey) =>
      api.post('/api/finance/manage/activities/{id}/check-in', {
        path: { id: activityId },
        body: { code: typed },
        idempotencyKey,
      }),
    {
      about: (typed) => typed,
      onSuccess: (signUp) => {
        setLast(signUp);
        setCode('');
      },
      onError: () => setLast(undefined),
      // The next one stands at the door already: nobody waits for the lists.
      onSettled: () => void queries.invalidateQueries({ queryKey: ['activities'] }),
    },
  );
  const send = (typed: string) => {
    const clean = typed.replace(/[\s-]/g, '');
    if (clean) checkIn.mutate(clean);
  };
  return (
    <Panel title="签到" extra="自活动开始前两小时起，到活动结束为止">
      <form
        className={css.door}
        onSubmit={(event) => {
          event.preventDefault();
          send(code);
        }}
      >
        <label htmlFor="check-in-code">签到码</label>
        <div className={css.typed}>
          <Input
            id="check-in-code"
            value={code}
            maxLength={20}
            autoComplete="off"
            spellCheck={false}
            placeholder="输入 8 位签到码，或用扫码枪扫描"
            onChange={(event) => setCode(event.target.value)}
          />
          <MainButton htmlType="submit" loading={checkIn.isPending}>
            签到
          </MainButton>
          <Button aria-pressed={camera} onClick={() => setCamera(!camera)}>
            {camera ? '关闭摄像头' : '摄像头扫码'}
          </Button>
        </div>
      </form>
      {camera && <Camera looking={!checkIn.isPending} onCode={send} />}
      <div aria-live="polite">
        {last && <Alert type="success" showIcon title={`${last.enterpriseName}已签到，${last.people} 人`} />}
        {checkIn.error && <Alert type="error" showIcon title={checkIn.error.message} />}
      </div>
    </Panel>
  );
}

/** A code that stays before the camera is handed over once. */
function Camera({ looking, onCode }: { looking: boolean; onCode: (code: string) => void }) {
  const [seen, setSeen] = useState('');
  const { video, state } = useCamera(true, (content) => {
    if (!looking || content === seen) return;
    setSeen(content);
    onCode(content);
  });
  return (
    <div className={css.finder}>
      <video ref={video} muted playsInline aria-label="摄像头画面" />
      {state !== 'on' && <p role="status">{CAMERA_WORDS[state]}</p>}
    </div>
  );
}
