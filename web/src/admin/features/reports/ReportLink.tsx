import { Link } from 'react-router';
import { pageCss, Panel } from '../../ui/page';

/** The way to the report: opened on purpose, because each reading is told to the enterprise. */
export function ReportLink({ to }: { to: string }) {
  return (
    <Panel title="企业信息报告">
      <p>
        <Link to={to}>查看企业信息报告</Link>
      </p>
      <p className={pageCss.note}>
        登记信息、经营指标、税务和开票指标、司法与合规记录、其他融资申请。须企业授权本机构，每次查看都会告知企业。
      </p>
    </Panel>
  );
}
