import { Button, Space } from 'antd-mobile';
import { Link } from 'react-router';
import { problemText, useMe } from '@/shared/api';
import { REPORTS_OF_ADMINISTRATORS, useRenewed, useReport, useReportFile } from '@/shared/match';
import { Report } from '@/shared/match/Report';
import type { ReportPaths } from '@/shared/match/reportPaths';
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
  const { renewing, words } = useRenewed(!!query.data);
  return (
    <Loaded query={query} skeleton={<Skeleton lines={14} />}>
      {(report) =>
        report ? (
          <Body>
            {words &&
              (renewing ? (
                <Notice>{words}</Notice>
              ) : (
                <Notice tone="wait">
                  {words}
                  <Link to="/match">去重新匹配</Link>
                </Notice>
              ))}
            <Taken renewing={renewing} />
            <Report report={report} paths={paths} top="calc(3rem + env(safe-area-inset-top))" />
          </Body>
        ) : (
          <State
            pose="search"
            title="还没有匹配结果"
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

/** The report to take along: on paper, or its days. */
function Taken({ renewing }: { renewing: boolean }) {
  const file = useReportFile();
  const issues = useMe().can('match.report.issue');
  if (!issues) return <Notice>{REPORTS_OF_ADMINISTRATORS}</Notice>;
  return (
    <div aria-live="polite">
      {file.error && <Notice tone="bad">{problemText(file.error)}</Notice>}
      {file.data && (
        <Notice>
          已出具报告 <b className="zq-num">{file.data.number}</b>，凭编号或扫码可以
          <Link to={`/report-check?number=${file.data.number}`}>验真</Link>。
        </Notice>
      )}
      <Space block justify="between">
        <Button
          color="primary"
          loading={file.isPending}
          disabled={renewing}
          onClick={() => file.mutate('pdf')}
        >
          出具报告（PDF）
        </Button>
        <Button disabled={file.isPending || renewing} onClick={() => file.mutate('calendar')}>
          加入日历
        </Button>
      </Space>
    </div>
  );
}
