import type { ScanResult, ScanSource } from '@/shared/api';
import type { OfflineCheck } from './offline';

export type Way = 'CAMERA' | 'PICTURE' | 'TYPED';

export interface Refusal {
  code: string;
  message: string;
}

type Phase =
  /** Waits for a code. */
  | { kind: 'ready' }
  /** Looks for a code in a picture. */
  | { kind: 'reading' }
  /** Asks the platform what the code shows. */
  | { kind: 'sending'; content: string; source: ScanSource }
  | { kind: 'shown'; result: ScanResult }
  /** The platform could not be asked; what this machine itself can tell of the code. */
  | { kind: 'checked'; check: OfflineCheck }
  | { kind: 'refused'; refusal: Refusal };

export interface ScanState {
  way: Way;
  phase: Phase;
}

export type ScanEvent =
  | { type: 'way'; way: Way }
  | { type: 'picture' }
  | { type: 'nothing-found'; lacks: 'PICTURE' | 'CODE' }
  | { type: 'read'; content: string }
  | { type: 'answered'; result: ScanResult }
  | { type: 'checked'; check: OfflineCheck }
  | { type: 'refused'; refusal: Refusal }
  | { type: 'again' };

export const start = (way: Way): ScanState => ({ way, phase: { kind: 'ready' } });

/** Scanners type, and some input methods type full-width letters. */
export function cleaned(content: string): string {
  return content.normalize('NFKC').replace(/\s+/g, '');
}

/**
 * One scan at a time: while the platform is asked, nothing else is taken, because a dynamic code can be used once and
 * a camera sees it many times. The camera rests while a card or a refusal is shown; a typed code may follow at once.
 */
export function scan(state: ScanState, event: ScanEvent): ScanState {
  const { way, phase } = state;
  const to = (next: Phase): ScanState => ({ way, phase: next });
  switch (event.type) {
    case 'way':
      return phase.kind === 'sending' || event.way === way ? state : start(event.way);
    case 'picture':
      return phase.kind === 'sending' ? state : to({ kind: 'reading' });
    case 'nothing-found':
      return phase.kind === 'reading'
        ? to({
            kind: 'refused',
            refusal:
              event.lacks === 'PICTURE'
                ? { code: 'NO_PICTURE', message: '这个文件不是图片，请选择二维码的照片或截图' }
                : { code: 'NO_CODE', message: '图片中没有找到二维码，请换一张更清晰、更完整的图片' },
          })
        : state;
    case 'read': {
      const content = cleaned(event.content);
      return content && takesCode(state) ? to({ kind: 'sending', content, source: way }) : state;
    }
    case 'answered':
      return phase.kind === 'sending' ? to({ kind: 'shown', result: event.result }) : state;
    case 'checked':
      return phase.kind === 'sending' ? to({ kind: 'checked', check: event.check }) : state;
    case 'refused':
      return phase.kind === 'sending' || phase.kind === 'reading'
        ? to({ kind: 'refused', refusal: event.refusal })
        : state;
    case 'again':
      return phase.kind === 'sending' ? state : to({ kind: 'ready' });
  }
}

/** Whether a code that comes now is looked at. */
export function takesCode({ way, phase }: ScanState): boolean {
  if (phase.kind === 'sending') return false;
  return way === 'CAMERA' ? phase.kind === 'ready' : true;
}

/** What the officer should do about a code that was refused. */
export function advice(code: string): string | undefined {
  const known: Record<string, string> = {
    CODE_EXPIRED: '动态码 60 秒内有效，请企业刷新后重新出示。',
    CODE_USED: '每个动态码只能使用一次，请企业刷新后重新出示。',
    STATIC_CODE_REVOKED: '这张静态码已被更换，请企业出示新的静态码或动态码。',
    CODE_FROZEN: '企业码冻结期间不能核验，请联系领码审核部门了解情况。',
    CODE_REVOKED: '该企业码已失效，请提醒企业重新领码。',
    CODE_FOREIGN: '请确认扫描的是本区企业码。',
    NOT_OFFICER: '企业码由政府部门、金融机构的工作人员扫码核验。您可以扫描窗口、场所张贴的服务码办理业务。',
    NEEDS_NETWORK: '服务码打开的业务需要联网办理，请在有网络时再扫。',
    CODE_UNKNOWN:
      '请确认扫描的是企业码，而不是付款码、名片等其他二维码；企业码编号和统一社会信用代码不能代替扫码。',
    CONSENT_REQUIRED: '请企业在“数据授权”中同意后再出示。',
    CONSENT_WITHDRAWN: '需要查看的，请企业在“数据授权”中重新授权后再出示。',
    CONSENT_EXPIRED: '需要查看的，请企业在“数据授权”中重新授权后再出示。',
  };
  return known[code];
}
