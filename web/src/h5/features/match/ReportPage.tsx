import { Link } from 'react-router';
import { useOutdated, useReport } from '@/shared/match';
import { Report, type ReportPaths } from '@/shared/match/Report';
import { Loaded, Skeleton, State } from '@/shared/ui';
import { Body, LinkButton, Notice } from '../../ui';

const paths: ReportPaths = {
  policy: (code) => `/policies/${code}`,
  ineligible: '/match?outcome=INELIGIBLE',
  loan: (code) => `/loans/${code}`,
  fact: (name) => `/my/profile?fact=${name}`,
};

export default function ReportPage() {
  const query = useReport();
  const outdated = useOutdated();
  return (
    <Loaded query={query} skeleton={<Skeleton lines={14} />}>
      {(report) =>
        report ? (
          <Body>
            {outdated && (
              <Notice tone="wait">
                {outdated}
                <Link to="/match">去重新匹配</Link>
              </Notice>
            )}
            <Report report={report} paths={paths} />
          </Body>
        ) : (
          <State
            pose="search"
            title="还没有匹配过"
            hint="匹配一次后，这里给出能报什么、差在哪里、先补哪项数据。"
          >
            <LinkButton look="main" to="/match">
              智能匹配
            </LinkButton>
          </State>
        )
      }
    </Loaded>
  );
}
