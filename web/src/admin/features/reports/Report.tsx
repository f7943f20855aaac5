import { useMutation, type UseQueryResult } from '@tanstack/react-query';
import { Button } from 'antd';
import { Link } from 'react-router';
import { isProblem, saveFile, type EnterpriseReport } from '@/shared/api';
import { label } from '@/shared/i18n';
import {
  dateText,
  dateTimeText,
  Definition,
  DemoTag,
  Empty,
  figuresIn,
  Loaded,
  NONE,
  PlainTable,
  StatusTag,
  Tag,
  Uscc,
  yuanAsWan,
} from '@/shared/ui';
import { useProblems } from '@/shared/ui/antd';
import { PageHead, pageCss, Panel } from '../../ui/page';
import { registerItems } from '../enterprises/register-items';
import { PublicRecords } from './PublicRecords';
import css from './Report.module.css';

const UNKNOWN = '未知';

/** What the enterprise says to it where it does not say yes. */
const refusals: Record<string, string> = {
  REPORT_NOT_ALLOWED: label('consentStanding', 'NEVER'),
  CONSENT_WITHDRAWN: label('consentStanding', 'WITHDRAWN'),
  CONSENT_EXPIRED: label('consentStanding', 'EXPIRED'),
  DEMAND_HIDDEN: '企业尚未同意本机构查看',
  REPORT_CASE_OVER: '该申请已办结或撤回',
};

/** 企业信息报告: opened on purpose, because each reading is on the enterprise's record. */
export function Report({
  query,
  back,
  file,
}: {
  query: UseQueryResult<EnterpriseReport>;
  back: string;
  file: () => Promise<{ blob: Blob; name: string }>;
}) {
  const refusal = isProblem(query.error) ? refusals[query.error.code] : undefined;
  if (refusal) {
    return (
      <div className={pageCss.page}>
        <PageHead title="企业信息报告" />
        <Panel title="不能查看">
          <div role="status">
            <p style={{ marginBottom: 8 }}>
              <Tag icon="lock">{refusal}</Tag>
            </p>
            <p className={pageCss.note}>
              {isProblem(query.error, 'REPORT_CASE_OVER')
                ? '报告只供办理中的申请和未结清的授信查看。'
                : '报告须企业在“数据授权 · 金融机构”中授权本机构查看，请联系企业。不查看报告也可以继续办理。'}
            </p>
            <Link to={back} className={css.back}>
              返回办理
            </Link>
          </div>
        </Panel>
      </div>
    );
  }
  return (
    <Loaded page query={query}>
      {(report) => <Sections report={report} back={back} file={file} />}
    </Loaded>
  );
}

function Sections({
  report,
  back,
  file,
}: {
  report: EnterpriseReport;
  back: string;
  file: () => Promise<{ blob: Blob; name: string }>;
}) {
  const problems = useProblems();
  const download = useMutation({
    mutationFn: file,
    onSuccess: ({ blob, name }) => saveFile(blob, name),
    onError: (error) => problems(error),
  });
  const { register } = report;
  return (
    <div className={pageCss.page}>
      <PageHead
        title={
          // Two pieces: what breaks is the name.
          <>
            <span>{register.name}</span> <span className="zq-whole">企业信息报告</span>
          </>
        }
        plainTitle={`${register.name} 企业信息报告`}
        tags={report.demo && <DemoTag />}
        facts={
          <>
            <span>业务编号 {report.caseNumber}</span>
            <span>读取于 {dateTimeText(report.readAt)}</span>
            <span>本次查看已告知企业，仅供审核本业务使用</span>
          </>
        }
      >
        <div className={css.ways}>
          <Link to={back} className={css.back}>
            返回办理
          </Link>
          <Button loading={download.isPending} onClick={() => download.mutate()}>
            下载 PDF
          </Button>
        </div>
      </PageHead>
      <Panel title="登记信息" extra="登记机关公示的信息">
        <Definition
          items={[
            { label: '企业名称', value: register.name },
            { label: '统一社会信用代码', value: <Uscc of={register.uscc} /> },
            {
              label: '登记状态',
              value: <StatusTag of="enterpriseStatus" value={register.status} />,
              wide: true,
            },
            ...registerItems(register),
          ]}
        />
      </Panel>
      <Indicators title="经营指标" note="由企业填报或据其计算的，平台未核实" of={report.business} />
      <Indicators
        title="税务和开票指标"
        note="企业填报的，或经企业授权由平台取得的，来源见各项；未知不代表没有"
        of={report.tax}
      />
      <Panel title="司法与合规记录" extra="来自平台企业库" bare>
        {report.judicial.length > 0 && (
          <PlainTable
            head={['类别', '事项', '日期']}
            rows={report.judicial.map((row) => [row.kind, row.title, dateText(row.date)])}
          />
        )}
        <p className={css.under}>
          {report.judicial.length ? '' : '平台企业库中没有记录。'}
          没有记录不代表不存在诉讼、执行或处罚。
        </p>
      </Panel>
      <PublicRecords of={report.publicRecords} />
      <Panel title="在本机构的其他融资申请" bare>
        {report.ownLoans.length ? (
          <PlainTable
            head={['申请编号', '产品', '类型', '申请金额', '状态', '授信额度', '已放款', '提交日期']}
            rows={report.ownLoans.map((row) => [
              row.number,
              row.productTitle,
              label('loanKind', row.kind),
              yuanAsWan(row.amount),
              <StatusTag key="status" of="loanStatus" value={row.status} />,
              yuanAsWan(row.grantedAmount),
              yuanAsWan(row.disbursedAmount),
              dateText(row.submittedAt),
            ])}
          />
        ) : (
          <Empty compact title="没有其他申请" />
        )}
      </Panel>
      <Panel title="在其他机构的融资申请" extra="只列笔数和状态">
        {report.otherLoans.length ? (
          <Definition
            items={report.otherLoans.map(({ status, count }) => ({
              label: label('loanStatus', status),
              value: `${count} 笔`,
            }))}
          />
        ) : (
          <Empty compact title="在本平台没有向其他机构提交过申请" />
        )}
      </Panel>
    </div>
  );
}

/** The figures of several years: a year is not torn from its figure. */
const Value = ({ of }: { of: string }) =>
  figuresIn(of)
    .split('；')
    .map((piece, at, all) => (
      <span key={piece} className={css.piece}>
        {piece}
        {at < all.length - 1 && '；'}
      </span>
    ));

function Indicators({ title, note, of }: { title: string; note: string; of: EnterpriseReport['business'] }) {
  return (
    <Panel title={title} extra={note} bare>
      <PlainTable
        sourced
        head={['指标', '数值', '来源', '截至']}
        rows={of.map((row) => [
          row.label,
          row.value ? <Value key="value" of={row.value} /> : <Tag key="unknown">{UNKNOWN}</Tag>,
          row.source ? label('factSource', row.source) : NONE,
          dateText(row.asOf),
        ])}
      />
    </Panel>
  );
}
