import { listsLoanDrafts } from '@/shared/test/loanDrafts';
import { AntdRoot } from '@/shared/ui/antd';
import { LoanDrafts } from './LoanDrafts';

listsLoanDrafts(
  <AntdRoot>
    <LoanDrafts />
  </AntdRoot>,
);
