import { PolicyCertainty } from '../ui';
import { NO_PROMISE, type Said } from '.';

const UNCHECKED = {
  ALL: '产品参数均未能与银行核对',
  MOST: '未标明“参数已核对”的，产品参数未能与银行核对',
};

/** Above a list what holds of all of it, or of the most; nothing where that differs. */
export function SaidOfAll({ said, className }: { said: Said; className?: string }) {
  const loans = [said.estimated && `额度为${NO_PROMISE}`, said.unchecked && UNCHECKED[said.unchecked]].filter(
    Boolean,
  );
  if (loans.length) return <p className={className}>{loans.join('；')}。</p>;
  if (said.verified && said.criteriaVerified) return null;
  return (
    <p className={className}>
      以下政策均 <PolicyCertainty of={said} />
    </p>
  );
}
