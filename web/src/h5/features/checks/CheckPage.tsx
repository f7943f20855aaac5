import { Link } from 'react-router';
import { checks, SelfCheck, type CheckKind, type CheckLinks } from '@/shared/check';
import { Body, LinkButton, Notice } from '../../ui';

/** One of the three self-checks, for anybody. */
export function CheckPage({ kind }: { kind: CheckKind }) {
  const { intro, to } = checks.find((one) => one.kind === kind)!;
  const links: CheckLinks = {
    // The sign-in leads back into this app.
    here: `/m${to}`,
    policy: (code, text) => <Link to={`/policies/${code}`}>{text}</Link>,
    loan: (code, text) => <Link to={`/loans/${code}`}>{text}</Link>,
    match: (text) => <Link to="/match">{text}</Link>,
    claim: (text) => <LinkButton to="/claim">{text}</LinkButton>,
  };
  return (
    <Body>
      <Notice>{intro}</Notice>
      <SelfCheck kind={kind} links={links} />
    </Body>
  );
}
