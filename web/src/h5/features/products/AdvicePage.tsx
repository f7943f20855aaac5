import { CreditAdvice, type AdviceParts } from '@/shared/match/CreditAdvice';
import { Body, LinkButton, Notice } from '../../ui';

const parts: AdviceParts = {
  loan: (code) => `/loans/${code}`,
  fact: (name) => (name ? `/my/profile?fact=${name}` : '/my/profile'),
  ineligible: '/match?kind=LOAN&outcome=INELIGIBLE',
  apply: ({ code, title }) => (
    <LinkButton to={`/loans/${code}/apply`} aria-label={`申请 ${title}`}>
      申请
    </LinkButton>
  ),
  notice: (content) => <Notice>{content}</Notice>,
};

export default function AdvicePage() {
  return (
    <Body>
      <CreditAdvice {...parts} />
    </Body>
  );
}
