import { Link } from 'react-router';
import { checks, SelfCheck, type CheckKind, type CheckLinks } from '@/shared/check';
import { ButtonLink, PageHead, Wrap } from '../../ui';
import css from './checks.module.css';

/** One of the three self-checks, for anybody. */
export function CheckPage({ kind }: { kind: CheckKind }) {
  const { title, intro, to } = checks.find((one) => one.kind === kind)!;
  const links: CheckLinks = {
    here: to,
    policy: (code, text) => <Link to={`/policies/${code}`}>{text}</Link>,
    loan: (code, text) => <Link to={`/loans/${code}`}>{text}</Link>,
    match: (text) => <Link to="/match">{text}</Link>,
    claim: (text) => (
      <ButtonLink look="outline" to="/code/claim">
        {text}
      </ButtonLink>
    ),
  };
  return (
    <>
      <PageHead title={title} intro={intro} />
      <Wrap>
        <div className={css.page}>
          <SelfCheck kind={kind} links={links} />
        </div>
      </Wrap>
    </>
  );
}
