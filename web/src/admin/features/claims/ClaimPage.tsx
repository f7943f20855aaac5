import { useQuery } from '@tanstack/react-query';
import { ClaimProgress, CONSENTS_STAY } from '@/shared/claims';
import { someScanners } from '@/shared/consents';
import { Fragment, type ReactNode } from 'react';
import { Link, useParams } from 'react-router';
import { api, type ClaimDetail, type RegisterBasics } from '@/shared/api';
import { label } from '@/shared/i18n';
import { Promised } from '@/shared/promise';
import {
  dateText,
  dateTimeText,
  Definition,
  DemoTag,
  Icon,
  Loaded,
  NONE,
  StatusTag,
  Tag,
  Uscc,
  wan,
} from '@/shared/ui';
import { PageHead, pageCss, Panel } from '../../ui/page';
import { Covered } from '../../ui/Covered';
import css from './ClaimPage.module.css';
import { compare, USCC, type Comparison } from './compare';
import { Letter } from './Letter';
import { Decided, Decision } from './Decision';

const CONSENTS = ['BASIC', 'INVESTMENT', 'ASSET', 'LEGAL', 'TAX'] as const;

const TONES: Record<string, 'ended' | 'back'> = { REJECTED: 'ended', RETURNED: 'back' };

/** One claim with its evidence: what was given beside what is registered, the letter, the decision. */
export default function ClaimPage() {
  const { id = '' } = useParams();
  const query = useQuery({
    queryKey: ['claims', 'one', id],
    queryFn: ({ signal }) => api.get('/api/code/claims/{id}', { path: { id }, signal }),
  });
  return (
    <Loaded page query={query}>
      {(detail) => <Case key={detail.claim.id} detail={detail} />}
    </Loaded>
  );
}

function Case({ detail }: { detail: ClaimDetail }) {
  const { claim, register } = detail;
  const rows = compare(detail);
  const open = claim.status === 'SUBMITTED';
  const covered = (value: string | undefined, name: string, field: string) =>
    value === undefined ? undefined : (
      <Covered
        value={value}
        name={name}
        field={field}
        permission="code.claim.reveal"
        told="申请人可在这份申请中看到"
        reveal={(body) => api.post('/api/code/claims/{id}/reveal', { path: { id: claim.id }, body })}
      />
    );
  return (
    <div className={pageCss.page}>
      <PageHead
        title={claim.enterpriseName}
        tags={
          <>
            <StatusTag of="claimStatus" value={claim.status} />
            {claim.kind === 'RENEWAL' && <Tag tone="info">重新认证：通过后企业码不变</Tag>}
            {claim.demo && <DemoTag />}
          </>
        }
        facts={
          <>
            <span>申请编号 {claim.number}</span>
            {claim.channel && <span>{label('channel', claim.channel)}提交</span>}
            <span>提交于 {dateTimeText(claim.submittedAt)}</span>
            {claim.promise && (
              <span>
                <Promised promise={claim.promise} of="CLAIM" />
              </span>
            )}
          </>
        }
      />
      {detail.enterpriseHoldsCode && (
        <Warning open={open} todo="同一企业只能有一个企业码，本件不能再通过。">
          该企业的另一件领码申请已经通过，企业码已发放。
        </Warning>
      )}
      {detail.competing.length > 0 && (
        <Warning
          open={open}
          todo="只能通过其中一件，请一并比对后再决定；通过一件后，其余的自动办结为未通过，并告知申请人。"
        >
          还有 {detail.competing.length} 件领码申请针对同一企业，尚未办结：
          <Numbers of={detail.competing} />。
        </Warning>
      )}
      {detail.identityUnderOtherName.length > 0 && (
        <Warning open={open} todo="一个证件号只属于一个人，请核对证件后再决定。">
          法定代表人的证件号有疑问：该证件号已用于另一姓名，见领码申请
          <Numbers of={detail.identityUnderOtherName} />。
        </Warning>
      )}
      {detail.otherIdentities.length > 0 && (
        <Warning open={open} todo="请核对证件后再决定。">
          法定代表人的证件号有疑问：该企业的另一件申请为同一姓名填了不同的证件号，见领码申请
          <Numbers of={detail.otherIdentities} />。
        </Warning>
      )}
      <div className={`${pageCss.columns} ${css.case}`}>
        <div>
          <Panel title="信息比对" extra={<Verdict rows={rows} />} bare>
            <div className={css.comparisons}>
              <Comparisons rows={rows} />
            </div>
            {register && <Register enterprise={register} />}
          </Panel>
          <Panel title="经办人与授权范围">
            <div className={css.person}>
              <Definition
                items={[
                  {
                    label: '申请人',
                    value: covered(claim.applicantName, '申请人', 'code.claim.applicant-name'),
                    sensitive: true,
                  },
                  {
                    label: '法定代表人证件号',
                    value: detail.identityErased
                      ? '已超过保存期限，按规定清除'
                      : covered(
                          detail.legalRepIdNumber,
                          '法定代表人证件号',
                          'code.claim.legal-rep-id-number',
                        ),
                    sensitive: true,
                    wide: true,
                  },
                  {
                    label: '经办人',
                    value: covered(claim.agentName, '经办人', 'code.claim.agent-name'),
                    sensitive: true,
                  },
                  {
                    label: '联系电话',
                    value: covered(claim.agentPhone, '联系电话', 'code.claim.agent-phone'),
                    sensitive: true,
                  },
                ]}
              />
            </div>
            {claim.kind === 'RENEWAL' ? (
              <p className={pageCss.panelBody}>授权类别{CONSENTS_STAY}</p>
            ) : (
              <ul className={css.consents} aria-label="同意出示的信息">
                {CONSENTS.map((category) => {
                  const given = claim.consents.includes(category);
                  return (
                    <li key={category}>
                      <Tag tone={given ? 'good' : 'quiet'} icon={given ? 'check' : 'minus'}>
                        {label('consent', category)}
                        {given ? '：已同意' : '：未同意'}
                      </Tag>
                    </li>
                  );
                })}
                {someScanners(claim.scanners) && (
                  <li>
                    <Tag tone="quiet">扫码时仅{someScanners(claim.scanners)}可见</Tag>
                  </li>
                )}
              </ul>
            )}
          </Panel>
          <Panel title="办理记录">
            <ClaimProgress
              of={claim}
              past={detail.history.map((entry) => ({
                label: entry.label,
                at: entry.at,
                actor: entry.actorName,
                note:
                  entry.letterFileId && entry.letterFileId !== claim.letterFile.id ? (
                    <a href={`/api/code/files/${entry.letterFileId}`} target="_blank" rel="noreferrer">
                      当时提交的授权书
                    </a>
                  ) : (
                    entry.note
                  ),
                tone: TONES[entry.action] ?? 'done',
              }))}
            />
          </Panel>
        </div>
        <div className={css.letter}>
          <Panel title="授权书" bare>
            <Letter file={claim.letterFile} />
          </Panel>
        </div>
      </div>
      {open ? <Decision detail={detail} /> : <Decided claim={claim} />}
    </div>
  );
}

/** What the reviewer must not overlook; what is to be done about it, while there is something to decide. */
function Warning({ open, todo, children }: { open: boolean; todo: string; children: ReactNode }) {
  return (
    <p className={css.warning} role={open ? 'alert' : undefined}>
      <Icon name="warning" size={20} />
      <span>
        {children}
        {open && todo}
      </span>
    </p>
  );
}

/** Numbers of other claims. They lead to the list, which has what whoever looks may see. */
function Numbers({ of: numbers }: { of: string[] }) {
  return numbers.map((number, index) => (
    <Fragment key={number}>
      {index > 0 && '、'}
      <Link to={`/claims?${new URLSearchParams({ q: number }).toString()}`}>{number}</Link>
    </Fragment>
  ));
}

function Verdict({ rows }: { rows: Comparison[] }) {
  const count = rows.filter(({ verdict }) => verdict === 'different' || verdict === 'doubtful').length;
  const unseen = rows.filter((row) => row.verdict === 'covered').length;
  if (!rows.length) return null;
  if (count)
    return (
      <span className={`${css.verdict} ${css.bad}`}>
        <Icon name="warning" size={16} /> {count} 项需要核实
      </span>
    );
  return unseen ? (
    <span className={css.verdict}>{unseen} 项未比对</span>
  ) : (
    <span className={`${css.verdict} ${css.same}`}>
      <Icon name="check" size={16} /> 与登记信息一致
    </span>
  );
}

const ROW: Partial<Record<Comparison['verdict'], string>> = {
  different: css.different,
  doubtful: css.doubtful,
};

function Comparisons({ rows }: { rows: Comparison[] }) {
  if (!rows.length) return <p className={pageCss.panelBody}>暂时取不到登记信息，请稍后刷新再审核。</p>;
  return (
    <table className={css.table}>
      <thead>
        <tr>
          <th scope="col">项目</th>
          <th scope="col">申请填报</th>
          <th scope="col">登记信息</th>
          <th scope="col">比对结果</th>
        </tr>
      </thead>
      <tbody>
        {rows.map((row) => (
          <tr key={row.label} className={[ROW[row.verdict], onceOf(row)].filter(Boolean).join(' ')}>
            <th scope="row">{row.label}</th>
            <td data-label={row.claimed && row.claimed === row.registered ? '填报与登记' : '填报'}>
              {row.claimed ? shown(row, row.claimed) : NONE}
            </td>
            <td data-label="登记">{row.registered ? shown(row, row.registered) : NONE}</td>
            <td>
              {row.verdict === 'same' && (
                <span className={`${css.verdict} ${css.same}`}>
                  <Icon name="check" size={16} /> {row.claimed === undefined ? '正常' : '一致'}
                </span>
              )}
              {row.others && (
                <>
                  <span className={`${css.verdict} ${css.doubt}`}>
                    <Icon name="warning" size={16} /> 存疑
                  </span>
                  <span className={css.others}>
                    另见 <Numbers of={row.others} />
                  </span>
                </>
              )}
              {row.verdict === 'covered' && '按字段权限未显示，未比对'}
              {row.verdict === 'different' && (
                <span className={`${css.verdict} ${css.bad}`}>
                  <Icon name="warning" size={16} /> {row.claimed === undefined ? '状态异常' : '不一致'}
                </span>
              )}
            </td>
          </tr>
        ))}
      </tbody>
    </table>
  );
}

/** Which of the two is enough where they stand under one another: nothing is said twice, and what was not asked is not said. */
const onceOf = ({ claimed, registered }: Comparison) => {
  if (claimed === undefined) return css.registeredOnly;
  return claimed === registered ? css.alike : undefined;
};

const shown = (row: Comparison, text: string) => (row.label === USCC ? <Uscc of={text} /> : text);

function Register({ enterprise }: { enterprise: RegisterBasics }) {
  return (
    <div className={css.register}>
      <h3>登记的其他信息</h3>
      <Definition
        items={[
          { label: '主体类型', value: enterprise.entityType },
          { label: '注册资本', value: wan(enterprise.registeredCapital) },
          { label: '成立日期', value: dateText(enterprise.establishedOn) },
          { label: '所属镇街', value: enterprise.townName },
          {
            label: '所属行业',
            value: enterprise.industryName,
            wide: true,
          },
          { label: '住所', value: enterprise.address, wide: true },
        ]}
      />
    </div>
  );
}
