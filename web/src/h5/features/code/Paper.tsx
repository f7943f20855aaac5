import { useMutation } from '@tanstack/react-query';
import { Button } from 'antd-mobile';
import { useState } from 'react';
import { api, saveFile, type EnterpriseCode } from '@/shared/api';
import { CodeNumber } from '@/shared/ui';
import { Qr } from '@/shared/ui/Qr';
import { useProblems } from '@/shared/ui/mobile';
import { isInWeChat } from '@/shared/wechat/inside';
import css from './code.module.css';

const IMAGE = '/api/code/my/code/static.png';
const TITLE = '企业码静态二维码';

/** The code for paper, as a picture that can be kept: WeChat saves none from a button, but what is pressed long. */
export function Paper({ code }: { code: EnterpriseCode }) {
  const [broken, setBroken] = useState(false);
  const problems = useProblems();
  const save = useMutation({
    mutationFn: () => api.file(IMAGE),
    onSuccess: ({ blob }) => saveFile(blob, `${code.enterpriseName}-企业码.png`),
    onError: problems,
  });
  const held = isInWeChat();
  return (
    <>
      {broken ? (
        <Qr content={code.staticContent!} size={232} title={TITLE} />
      ) : (
        // A replaced code has another address, so that the old picture does not stay.
        <img
          className={css.paper}
          src={`${IMAGE}?issued=${encodeURIComponent(code.staticIssuedAt ?? '')}`}
          alt={TITLE}
          onError={() => setBroken(true)}
        />
      )}
      <p className={css.note}>
        企业码编号 <CodeNumber of={code.number} />
        <br />
        静态码长期有效，可打印张贴
      </p>
      {held ? (
        !broken && <p>长按图片保存</p>
      ) : (
        <Button size="small" loading={save.isPending} onClick={() => save.mutate()}>
          保存图片
        </Button>
      )}
    </>
  );
}
