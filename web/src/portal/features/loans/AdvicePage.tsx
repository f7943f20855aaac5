import { CreditAdvice, type AdviceParts } from '@/shared/match/CreditAdvice';
import { ButtonLink, Notice, PageHead, Wrap } from '../../ui';
import css from './tools.module.css';

const parts: AdviceParts = {
  loan: (code) => `/loans/${code}`,
  fact: (name) => (name ? `/center/profile/edit?fact=${name}` : '/center/profile/edit'),
  ineligible: '/match?kind=LOAN&outcome=INELIGIBLE',
  apply: ({ code, title }) => (
    <ButtonLink look="outline" small to={`/loans/${code}/apply`} aria-label={`申请 ${title}`}>
      申请
    </ButtonLink>
  ),
  notice: (content) => <Notice tone="info">{content}</Notice>,
};

export default function AdvicePage() {
  return (
    <>
      <PageHead
        title="信贷建议"
        intro="按各产品自己公布的规则，估算本企业的额度，并说明怎样可以提高、提高多少。"
        actions={
          <ButtonLink look="outline" to="/match?kind=LOAN">
            匹配本企业
          </ButtonLink>
        }
      />
      <Wrap>
        <div className={css.page}>
          <CreditAdvice {...parts} />
        </div>
      </Wrap>
    </>
  );
}
