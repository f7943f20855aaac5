import { Qr } from '../ui/Qr';
import css from './AuthenticatorKey.module.css';

/** What an authenticator app is told: scanned, or typed where the app is on this very phone. */
export function AuthenticatorKey({ secret, uri }: { secret: string; uri: string }) {
  return (
    <div className={css.key}>
      <div className={css.qr}>
        <Qr content={uri} size={160} title="两步验证二维码" />
      </div>
      <div>
        <p>
          用手机上的身份验证器应用（支持 TOTP 的均可）扫描二维码；在本机操作时，在应用中选择手动输入密钥：
        </p>
        <p className={css.typed} aria-label="密钥">
          {secret.replace(/(.{4})(?=.)/g, '$1 ')}
        </p>
      </div>
    </div>
  );
}
