import { listsLoanDrafts } from '@/shared/test/loanDrafts';
import { MobileRoot } from '@/shared/ui/mobile';
import { LoanDrafts } from './LoanDrafts';

listsLoanDrafts(
  <MobileRoot>
    <LoanDrafts />
  </MobileRoot>,
);
