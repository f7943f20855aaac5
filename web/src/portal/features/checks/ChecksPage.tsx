import { Link } from 'react-router';
import { useMe } from '@/shared/api';
import { CHECK_NOTE, CHECK_NOTE_SIGNED_IN, checks } from '@/shared/check';
import { Icon } from '@/shared/ui';
import { Card, Notice, PageHead, Wrap } from '../../ui';
import css from './checks.module.css';

/** The three self-checks, and what there is besides for who is signed in. */
export default function ChecksPage() {
  const known = !!useMe().me?.enterprise;
  return (
    <>
      <PageHead
        title="企业自查"
        intro={
          known
            ? '已有的数据从企业画像带入，补上缺的几项，马上看到结果和依据。'
            : '不登录也能用：填几项数据，马上看到结果和依据。'
        }
      />
      <Wrap>
        <div className={css.page}>
          <ul className={css.cards}>
            {checks.map((check) => (
              <li key={check.kind}>
                <Card className={css.card}>
                  <Icon name={check.icon} size={32} />
                  <h2>
                    <Link to={check.to}>{check.title}</Link>
                  </h2>
                  <p>{check.intro}</p>
                </Card>
              </li>
            ))}
          </ul>
          <Notice>
            {known ? CHECK_NOTE_SIGNED_IN : CHECK_NOTE}
            {known ? '也可' : '登录后可'}用企业画像做<Link to="/match">智能匹配</Link>，并出具
            <Link to="/match/report">规划报告</Link>。
          </Notice>
        </div>
      </Wrap>
    </>
  );
}
