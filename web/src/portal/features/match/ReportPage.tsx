import { Report } from '@/shared/match/Report';
import type { ReportPaths } from '@/shared/match/reportPaths';
import { problemText, useMe } from '@/shared/api';
import { REPORTS_OF_ADMINISTRATORS, useRenewed, useReport, useReportFile } from '@/shared/match';
import { Link } from 'react-router';
import { Icon, Loaded, Skeleton, State } from '@/shared/ui';
import { Button, ButtonLink, Notice, PageHead, Wrap } from '../../ui';
import css from './ReportPage.module.css';

const paths: ReportPaths = {
  policy: (code) => `/policies/${code}`,
  ineligible: '/match?outcome=INELIGIBLE',
  loan: (code) => `/loans/${code}`,
  fact: (name) => `/center/profile/edit?fact=${name}`,
  result: (id) => `/match/results/${id}`,
};

export default function ReportPage() {
  const query = useReport();
  const file = useReportFile();
  const { renewing, words } = useRenewed(!!query.data);
  const waiting = file.isPending || renewing;
  const issues = useMe().can('match.report.issue');
  return (
    <>
      <div className="zq-no-print">
        <PageHead
          title="规划报告"
          intro="现在能报什么、差在哪里、先补哪项数据"
          actions={
            query.data && (
              <>
                <ButtonLink look="outline" to="/match">
                  逐条结果
                </ButtonLink>
                <ButtonLink look="outline" to="/report-check">
                  报告验真
                </ButtonLink>
                {issues && (
                  <>
                    <Button look="outline" disabled={waiting} onClick={() => file.mutate('calendar')}>
                      <Icon name="calendar" /> 加入日历
                    </Button>
                    <Button look="main" disabled={waiting} onClick={() => file.mutate('pdf')}>
                      <Icon name="report" /> {file.isPending ? '正在出具' : '出具报告（PDF）'}
                    </Button>
                  </>
                )}
              </>
            )
          }
        />
      </div>
      <Wrap className={css.page}>
        <div className={`${css.told} zq-no-print`} aria-live="polite">
          {query.data && !issues && <Notice>{REPORTS_OF_ADMINISTRATORS}</Notice>}
          {file.error && <Notice tone="bad">{problemText(file.error)}</Notice>}
          {file.data && (
            <Notice tone="good">
              已出具报告 <b className="zq-num">{file.data.number}</b>，凭编号或扫码可以
              <Link to={`/report-check?number=${file.data.number}`}>验真</Link>。
            </Notice>
          )}
        </div>
        <Loaded query={query} skeleton={<Skeleton lines={14} />}>
          {(report) =>
            report ? (
              <>
                <div className={css.before}>
                  <Outdated words={words} renewing={renewing} />
                </div>
                <Report report={report} paths={paths} />
              </>
            ) : (
              <State
                pose="search"
                title="还没有匹配结果"
                hint="匹配一次后，这里给出能报什么、差在哪里、先补哪项数据。"
              >
                <ButtonLink look="main" to="/match">
                  智能匹配
                </ButtonLink>
              </State>
            )
          }
        </Loaded>
      </Wrap>
    </>
  );
}

function Outdated({ words, renewing }: { words?: string; renewing: boolean }) {
  if (!words) return null;
  return renewing ? (
    <Notice tone="info">{words}</Notice>
  ) : (
    <Notice tone="wait">
      {words}
      <Link to="/match">去重新匹配</Link>
    </Notice>
  );
}
