import { dateTimeText, Definition, Icon, type IconName } from '../ui';
import { offlineCheckSince, type OfflineCheck } from './offline';
import css from './Checked.module.css';

const verdicts: Record<
  OfflineCheck['outcome'],
  { tone: 'good' | 'wait' | 'bad'; icon: IconName; title: string; hint: string }
> = {
  GENUINE: {
    tone: 'good',
    icon: 'check',
    title: '签名有效 · 详情需联网',
    hint: '该码由本平台签发，且在有效期内。企业名称和名片须联网查看。',
  },
  EXPIRED: {
    tone: 'wait',
    icon: 'clock',
    title: '签名有效，但已过期',
    hint: '该码由本平台签发，但已过有效期，可能是截图。请企业刷新后重新出示。',
  },
  CLOCK: {
    tone: 'wait',
    icon: 'clock',
    title: '本机时间不准，无法判断',
    hint: '该码的签发时间晚于本机时间。请校准本机时间，或联网后再核验。',
  },
  FORGED: {
    tone: 'bad',
    icon: 'cross',
    title: '签名无效',
    hint: '该码的内容与签名不符，不是本平台签发的企业码，请勿采信。',
  },
  FOREIGN: {
    tone: 'wait',
    icon: 'question',
    title: '不是本区签发的码，或密钥已更换',
    hint: '本机没有该码的验签密钥。请联网后重新核验。',
  },
  PRINTED: {
    tone: 'wait',
    icon: 'print',
    title: '静态码须联网核验',
    hint: '打印的静态码可能已被更换，离线时无法判断。请企业出示动态码，或联网后再核验。',
  },
  NO_CODE: {
    tone: 'bad',
    icon: 'question',
    title: '无法识别的企业码',
    hint: '请确认扫描的是企业码，而不是付款码、名片等其他二维码。',
  },
  UNPREPARED: {
    tone: 'wait',
    icon: 'lock',
    title: '本机还不能离线核验',
    hint: '请在有网络时登录并打开一次本页面，本机会保存验签所需的公钥。',
  },
};

const at = (time: number) => dateTimeText(new Date(time).toISOString(), true);

/** Said where codes are scanned, while there is no network. */
export const WITHOUT_NETWORK = '当前没有网络：可核对动态码的签名和有效期，企业名片等详情需联网查看。';

/** What a phone or a desk without a network can tell of a code, and as clearly what it cannot. */
export function Checked({ check }: { check: OfflineCheck }) {
  const { tone, icon, title, hint } = verdicts[check.outcome];
  const since = offlineCheckSince();
  return (
    <>
      <div className={`${css.verdict} ${css[tone]}`} role="alert">
        <span className={css.mark}>
          <Icon name={icon} size={40} />
        </span>
        <h2>{title}</h2>
        <p>{hint}</p>
      </div>
      {'issuedAt' in check && (
        <div className={css.times}>
          <Definition
            columns={1}
            items={[
              { label: '签发时间', value: at(check.issuedAt) },
              ...('expiresAt' in check ? [{ label: '有效期至', value: at(check.expiresAt) }] : []),
              ...(since ? [{ label: '公钥更新于', value: at(since) }] : []),
            ]}
          />
        </div>
      )}
      {check.outcome === 'GENUINE' && (
        <p className={css.limits}>
          离线时无法得知该码是否已被使用、冻结或注销；本次核对不会留下扫码记录。恢复网络后请重新扫码。
        </p>
      )}
    </>
  );
}
