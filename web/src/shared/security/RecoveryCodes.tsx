import { saveFile } from '../api/client';
import { useCopy } from '../ui/useCopy';
import css from './RecoveryCodes.module.css';

/** The recovery codes, which the server never shows again: to be copied or kept as a file. */
export function RecoveryCodes({ codes }: { codes: string[] }) {
  const text = codes.join('\n');
  const { copied, copy, byHand } = useCopy(text);
  return (
    <>
      <p>
        手机丢失或更换时，用恢复码代替动态验证码登录，每个只能用一次。请抄写或保存在安全的地方，关闭后不再显示。
      </p>
      <ul className={css.codes} aria-label="恢复码">
        {codes.map((code) => (
          <li key={code}>{code}</li>
        ))}
      </ul>
      <p className={css.actions}>
        {copy && (
          <button type="button" onClick={copy}>
            {copied ? '已复制' : '复制全部'}
          </button>
        )}
        <button
          type="button"
          onClick={() => saveFile(new Blob([text], { type: 'text/plain' }), '恢复码.txt')}
        >
          保存为文件
        </button>
      </p>
      {byHand}
    </>
  );
}
