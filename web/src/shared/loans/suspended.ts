import { inZone, longDate } from '../ui/format';

/** What is told where an application would begin, while none is taken. */
interface NotTaken {
  title: string;
  hint: string;
}

const HINT = '已提交的申请照常办理；已保存的草稿仍会保留，';

/** The bank or 金融办 suspended it, or the day is past until which its bank offers it; undefined while applications are taken. */
export function notTaken(
  product: { status: string; matchedUntil?: string },
  now = Date.now(),
): NotTaken | undefined {
  if (product.status === 'SUSPENDED') {
    return { title: '该产品已暂停受理新申请', hint: `${HINT}恢复受理后可以继续填写。` };
  }
  const last = product.matchedUntil;
  if (last && last < inZone(now).format('YYYY-MM-DD')) {
    return {
      title: `银行将该产品匹配至 ${longDate(last)}，已停止匹配，不再接受新申请`,
      hint: `${HINT}银行发布新版本后可以继续填写。`,
    };
  }
  return undefined;
}
