import { useQuery } from '@tanstack/react-query';
import { Link, useParams } from 'react-router';
import { api, isProblem, useMe, type LoanApplication } from '@/shared/api';
import { label } from '@/shared/i18n';
import { Promised } from '@/shared/promise';
import {
  amountText,
  earlierLoanText,
  HandedIn,
  handedIn,
  isOpen,
  LoanProgress,
  NO_CONDITIONS,
  rateNeedsMark,
  rateText,
  refusalOf,
  termRangeText,
} from '@/shared/loans';
import {
  dateText,
  dateTimeText,
  Definition,
  DemoTag,
  figuresIn,
  Loaded,
  LoanState,
  interest,
  StatusTag,
  Tag,
  termText,
  Unverified,
  Uscc,
  yuanAsWan,
} from '@/shared/ui';
import { Covered } from '../../ui/Covered';
import { Criteria } from '../../ui/Criteria';
import { PageHead, pageCss, Panel } from '../../ui/page';
import { ReportLink } from '../reports/ReportLink';
import { registerItems } from '../enterprises/register-items';
import { RegisterFacts } from '../enterprises/RegisterFacts';
import css from './ApplicationPage.module.css';
import { Handling } from './Handling';
import { isOver, remaining } from './rules';
import { Steps } from './Steps';

/** One loan application: what is asked, by whom, for which product, what happened, what to do. */
export default function ApplicationPage() {
  const { id = '' } = useParams();
  const query = useQuery({
    queryKey: ['applications', 'one', id],
    queryFn: ({ signal }) => api.get('/api/finance/applications/{id}', { path: { id }, signal }),
  });
  return (
    <Loaded page query={query}>
      {(application) => <Case application={application} />}
    </Loaded>
  );
}

/** The loan that is renewed; another branch's may be out of reach. */
function Renewed({ id }: { id: string }) {
  const { data, isError } = useQuery({
    queryKey: ['applications', 'one', id],
    queryFn: ({ signal }) => api.get('/api/finance/applications/{id}', { path: { id }, signal }),
    retry: false,
  });
  if (!data) return isError ? '由本行其他网点办理，无权查看' : null;
  return <Link to={`/applications/${id}`}>{earlierLoanText(data)}</Link>;
}

function Case({ application }: { application: LoanApplication }) {
  const { can } = useMe();
  const product = useQuery({
    queryKey: ['products', 'edition', application.productId, application.productEdition],
    queryFn: ({ signal }) =>
      api.get('/api/finance/products/{idOrCode}/editions/{edition}', {
        path: { idOrCode: application.productId, edition: application.productEdition },
        signal,
      }),
  });
  const refusal = refusalOf(application);
  const covered = (value: string | undefined, name: string, field: string) =>
    value === undefined ? undefined : (
      <Covered
        value={value}
        name={name}
        field={field}
        permission="finance.application.reveal"
        reveal={(body) =>
          api.post('/api/finance/applications/{id}/reveal', { path: { id: application.id }, body })
        }
      />
    );
  return (
    <div className={pageCss.page}>
      <PageHead
        title={application.enterpriseName}
        tags={
          <>
            <LoanState of={application} />
            {application.codeFrozenSince && <Tag tone="bad">企业码已冻结</Tag>}
            {application.demo && <DemoTag />}
          </>
        }
        facts={
          <>
            <span>申请编号 {application.number}</span>
            <span>提交于 {dateTimeText(application.submittedAt)}</span>
            <span>{label('channel', application.channel)}提交</span>
            {application.promise && (
              <span>
                <Promised promise={application.promise} of="LOAN" />
              </span>
            )}
          </>
        }
      />
      <Figures application={application} />
      {application.status === 'REFUSED' && (
        <p className={css.refusal}>
          <b>审批不通过{refusal.reason && `：${refusal.reason}`}</b>
          {refusal.words}
        </p>
      )}
      <div className={pageCss.columns}>
        <div>
          <Panel title="申请信息">
            <Definition
              columns={1}
              items={[
                {
                  label: '申请产品',
                  value: `${application.productTitle}${application.productEdition > 1 ? `（第 ${application.productEdition} 版）` : ''}`,
                },
                { label: '受理银行', value: application.bankName },
                ...(application.codeFrozenSince
                  ? [{ label: '企业码', value: `自 ${dateTimeText(application.codeFrozenSince)} 起冻结` }]
                  : []),
                ...(application.offeredRate === undefined
                  ? []
                  : [{ label: '企业选定的报价', value: `年利率 ${interest(application.offeredRate)}` }]),
                ...(application.renewsApplicationId
                  ? [{ label: '续的贷款', value: <Renewed id={application.renewsApplicationId} /> }]
                  : []),
                // What was granted takes their place among the figures.
                ...(application.grantedAmount === undefined
                  ? []
                  : [
                      { label: '贷款类型', value: label('loanKind', application.kind) },
                      { label: '申请期限', value: termText(application.termMonths) },
                    ]),
                {
                  label: '联系人',
                  value: covered(application.contactName, '联系人', 'finance.application.contact-name'),
                  sensitive: true,
                },
                {
                  label: '联系电话',
                  value: covered(application.contactPhone, '联系电话', 'finance.application.contact-phone'),
                  sensitive: true,
                },
                { label: '贷款用途', value: application.purpose, wide: true },
              ]}
            />
          </Panel>
          {handedIn(application).length > 0 && (
            <Panel title="企业提交的文件" extra="每次打开都有记录，企业可以看到">
              <HandedIn of={application} />
            </Panel>
          )}
          <Panel title="产品要求" extra="以银行核定为准">
            <Loaded query={product} compact>
              {(detail) => (
                <>
                  <Definition
                    items={[
                      { label: detail.minAmountWan ? '额度' : '最高额度', value: amountText(detail) },
                      { label: detail.minTermMonths ? '期限' : '最长期限', value: termRangeText(detail) },
                      { label: '担保方式', value: detail.guarantee && figuresIn(detail.guarantee) },
                      {
                        label: '利率',
                        value: (
                          <>
                            {rateText(detail.rateText)} {rateNeedsMark(detail) && <Unverified />}
                          </>
                        ),
                      },
                    ]}
                  />
                  <Criteria title="准入条件" criteria={detail.criteria} none={NO_CONDITIONS} />
                  {detail.criteria.length > 0 && (
                    <p className={css.unshared}>
                      各项是否符合：<b>企业未授权</b>提供匹配结果和企业画像，由银行核实。
                    </p>
                  )}
                </>
              )}
            </Loaded>
          </Panel>
        </div>
        <div className={css.progress}>
          <Handling application={application} />
          <Panel title="办理进度">
            <LoanProgress of={application} />
          </Panel>
        </div>
      </div>
      {can('user.enterprise.read') ? (
        <Enterprise id={application.enterpriseId} />
      ) : (
        <Applicant application={application} />
      )}
      {can('finance.application.handle') && (isOpen(application) || application.status === 'APPROVED') && (
        <ReportLink to={`/applications/${application.id}/report`} />
      )}
      {can('finance.application.handle') && <Steps application={application} product={product.data} />}
    </div>
  );
}

function Figures({ application }: { application: LoanApplication }) {
  const granted = application.grantedAmount !== undefined;
  const figures: [string, string][] = [
    ['申请金额', yuanAsWan(application.amount)],
    ...(granted
      ? ([
          ['授信额度', yuanAsWan(application.grantedAmount)],
          ['年利率', interest(application.grantedRate)],
          ['授信期限', termText(application.grantedTermMonths)],
          ['有效期至', dateText(application.validUntil)],
          ['已放款', yuanAsWan(application.disbursedAmount)],
          // What is settled is drawn no more.
          ...(isOver(application.status)
            ? []
            : [['剩余额度', yuanAsWan(remaining(application))] satisfies [string, string]]),
        ] satisfies [string, string][])
      : ([
          ['申请期限', termText(application.termMonths)],
          ['贷款类型', label('loanKind', application.kind)],
        ] satisfies [string, string][])),
  ];
  return (
    <dl className={css.figures}>
      {figures.map(([name, value]) => (
        <div key={name}>
          <dt>{name}</dt>
          <dd>{value}</dd>
        </div>
      ))}
    </dl>
  );
}

/** How its consent stands by what is answered; the words are the same wherever it is said. */
const STANDINGS: Record<string, 'NEVER' | 'EXPIRED'> = {
  CONSENT_NOT_GIVEN: 'NEVER',
  CONSENT_EXPIRED: 'EXPIRED',
};

/** Who applied, as the register tells anybody; the rest the enterprise shows by its code. */
function Applicant({ application }: { application: LoanApplication }) {
  const query = useQuery({
    queryKey: ['applications', 'enterprise', application.id],
    queryFn: ({ signal }) =>
      api.get('/api/finance/applications/{id}/enterprise', { path: { id: application.id }, signal }),
  });
  const refusal = isProblem(query.error) && query.error.code.startsWith('CONSENT_') ? query.error.code : null;
  if (refusal) {
    const standing = STANDINGS[refusal] ?? 'WITHDRAWN';
    return (
      <Panel title="企业信息">
        <div role="status">
          <p>
            <Tag icon="lock">{label('consentStanding', standing)}</Tag>
          </p>
          <p className={css.unshared}>
            {standing === 'NEVER' ? '企业信息未提供给本机构' : '企业信息不再提供给本机构'}
            。办理需要的材料，请联系企业，或请企业在“数据授权”中{standing === 'NEVER' ? '授权' : '重新授权'}。
          </p>
        </div>
      </Panel>
    );
  }
  return (
    <Panel title="企业信息" extra="登记机关公示的信息">
      <Loaded query={query} compact>
        {(entry) => (
          <Definition
            items={[
              { label: '企业名称', value: entry.name },
              { label: '统一社会信用代码', value: <Uscc of={entry.uscc} /> },
              {
                label: '登记状态',
                value: <StatusTag of="enterpriseStatus" value={entry.status} />,
                wide: true,
              },
              ...registerItems(entry),
              {
                label: '股东、投资、资产和法务信息',
                value: (
                  <p>
                    <Tag>未随申请提供</Tag> 请企业出示企业码，<Link to="/scan">扫码核验</Link>
                  </p>
                ),
                wide: true,
              },
            ]}
          />
        )}
      </Loaded>
    </Panel>
  );
}

function Enterprise({ id }: { id: string }) {
  const query = useQuery({
    queryKey: ['enterprises', 'one', id],
    queryFn: ({ signal }) => api.get('/api/user/enterprises/{id}', { path: { id }, signal }),
  });
  return (
    <section aria-labelledby="enterprise">
      <h2 id="enterprise" className={css.heading}>
        企业登记信息 {query.data?.demo && <DemoTag />}
      </h2>
      <Loaded query={query} compact>
        {(enterprise) => <RegisterFacts enterprise={enterprise} />}
      </Loaded>
    </section>
  );
}
