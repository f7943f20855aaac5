import { problemText } from '@/shared/api';
import { useDynamicCode } from '@/shared/code/useDynamicCode';
import { CountdownRing, Skeleton } from '@/shared/ui';
import { Qr } from '@/shared/ui/Qr';
import { Button } from '../../ui';
import css from './CodePage.module.css';

export function DynamicCode() {
  const { code, left, error, scanned, again } = useDynamicCode();
  return (
    <div className={css.dynamic}>
      <div className={css.qr}>
        {code ? (
          <Qr content={code.content} size={288} title="企业码动态二维码" />
        ) : (
          <Skeleton lines={6} height={36} />
        )}
        {!!error && (
          <div className={css.veil} role="alert">
            <p>{problemText(error)}</p>
          </div>
        )}
      </div>
      {code && !error && (
        <div className={css.clock}>
          <CountdownRing left={left} total={code.ttlSeconds} />
          <p>
            <b>动态码</b>
            到时自动更换，扫过一次即失效，请勿截图
          </p>
        </div>
      )}
      <p role="status" className={css.scanned}>
        {scanned && '上一个动态码已被扫码核验，已换新码'}
      </p>
      <Button look="outline" small onClick={again}>
        刷新动态码
      </Button>
    </div>
  );
}
