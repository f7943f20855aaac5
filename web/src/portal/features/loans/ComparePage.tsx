import { Comparison } from '@/shared/loans/Comparison';
import { PageHead, Wrap } from '../../ui';
import css from './tools.module.css';

export default function ComparePage() {
  return (
    <>
      <PageHead title="产品对比" intro="最多四个产品并排比较。额度、利率、期限以银行核定为准。" />
      <Wrap className={css.page}>
        <Comparison />
      </Wrap>
    </>
  );
}
