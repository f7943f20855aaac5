import { AddressCalculator } from '@/shared/loans/OwnCalculator';
import { PageHead, Wrap } from '../../ui';
import { Block } from '../../ui/Article';
import css from './tools.module.css';

export default function CalculatorPage() {
  return (
    <>
      <PageHead
        title="还款计算器"
        intro="按等额本息、等额本金或先息后本，逐月计算还款金额和利息，精确到分。"
      />
      <Wrap className={css.page}>
        <Block title="计算还款">
          <AddressCalculator />
        </Block>
      </Wrap>
    </>
  );
}
