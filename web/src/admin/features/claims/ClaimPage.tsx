import { useQuery, useQueryClient } from '@tanstack/react-query';
import { ClaimProgress, CONSENTS_STAY } from '@/shared/claims';
import { someScanners } from '@/shared/consents';
import { App, Button } from 'antd';
import { useState } from 'react';
import { Link, useParams } from 'react-router';
import { api, useSubmit, type Claim, type ClaimDetail, type RegisterBasics } from '@/shared/api';
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
import { ActionBar, MainButton, PageHead, pageCss, Panel } from '../../ui/page';
import { Covered } from '../../ui/Covered';
import { ReasonDrawer } from '../../ui/ReasonDrawer';
import { MoreTime } from '../promises/MoreTime';
import { isConflict, useConflict } from '../../ui/useConflict';
import { WAITING } from '../../waiting';
import css from './ClaimPage.module.css';
import { compare, differences, USCC, type Comparison } from './compare';
import { Letter } from './Letter';

const CONSENTS = ['BASIC', 'INVESTMENT', 'ASSET', 'LEGAL', 'TAX'] as const;

const TONES: Record<string, 'bad' | 'back'> = { REJECTED: 'bad', RETURNED: 'back' };

const DECISIONS = {
  return: {
    title: '退回补正',
    label: '需补正的内容',
    submitText: '退回申请人',
    intro:
      '申请人会收到通知，按您填写的内容补正后可再次提交。原填内容保留，只有身份证号码和手机号须重新填写。',
    usual: 'REASON_CLAIM_RETURN',
    done: '已退回申请人补正',
  },
  reject: {
    title: '审核不通过',
    label: '不通过原因',
    submitText: '确认不通过',
    intro: '本件到此办结，申请人会收到通知并看到原因；如仍需领码，须重新提交申请。',
    usual: 'REASON_CLAIM_REJECT',
    done: '已作不通过处理',
  },
} as const;
type Negative = keyof typeof DECISIONS;

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
        <p className={css.warning} role="alert">
          该企业的另一件领码申请已经通过，企业码已发放。同一企业只能有一个企业码，本件不能再通过。
        </p>
      )}
      {detail.competing.length > 0 && (
        <p className={css.warning} role="alert">
          还有 {detail.competing.length} 件领码申请针对同一企业，尚未办结：{detail.competing.join('、')}
          。只能通过其中一件，请一并比对后再决定；通过一件后，其余的自动办结为未通过，并告知申请人。
        </p>
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
      {claim.status === 'SUBMITTED' ? <Decision detail={detail} /> : <Decided claim={claim} />}
    </div>
  );
}

function Verdict({ rows }: { rows: Comparison[] }) {
  const count = rows.filter((row) => row.verdict === 'different').length;
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
          <tr key={row.label} className={row.verdict === 'different' ? css.different : undefined}>
            <th scope="row">{row.label}</th>
            <td data-label="填报">{row.claimed ? shown(row, row.claimed) : NONE}</td>
            <td data-label="登记">{row.registered ? shown(row, row.registered) : NONE}</td>
            <td>
              {row.verdict === 'same' && (
                <span className={`${css.verdict} ${css.same}`}>
                  <Icon name="check" size={16} /> {row.claimed === undefined ? '正常' : '一致'}
                </span>
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

const shown = (row: Comparison, text: string) => (row.label === USCC ? <Uscc of={text} /> : text);

function Register({ enterprise }: { enterprise: RegisterBasics }) {
  return (
    <div className={css.register}>
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

function Decision({ detail }: { detail: ClaimDetail }) {
  const { claim } = detail;
  const queries = useQueryClient();
  const { message, modal } = App.useApp();
  const [open, setOpen] = useState<Negative>();
  const path = { id: claim.id };
  const refresh = () =>
    Promise.all([
      queries.invalidateQueries({ queryKey: ['claims'] }),
      queries.invalidateQueries({ queryKey: WAITING }),
    ]);
  const conflict = useConflict([['claims'], [...WAITING]], async () => {
    const now = await api.get('/api/code/claims/{id}', { path });
    const last = now.history.at(-1);
    return (
      <p>
        该申请现在的状态：<b>{label('claimStatus', now.claim.status)}</b>
        {last && `（${last.actorName}，${dateTimeText(last.at)}）`}
      </p>
    );
  });
  const { version } = claim;
  const renewal = claim.kind === 'RENEWAL';
  const approve = useSubmit(
    (_: void, idempotencyKey) =>
      api.post('/api/code/claims/{id}/approve', { path, body: { version }, idempotencyKey }),
    {
      about: () => `approve ${version}`,
      onSuccess: () => void message.success(renewal ? '已通过，重新认证完成' : '已通过，企业码已发放'),
      onError: (error) => void conflict(error),
      onSettled: refresh,
    },
  );
  const refuse = useSubmit(
    ({ way, reason }: { way: Negative; reason: string }, idempotencyKey) =>
      api.post(`/api/code/claims/{id}/${way}`, { path, body: { version, reason }, idempotencyKey }),
    { about: ({ way }) => `${way} ${version}` },
  );
  const doubts = differences(detail);
  const ask = () =>
    modal.confirm({
      title: doubts.length
        ? '仍有信息与登记不一致，确认通过？'
        : renewal
          ? '通过这件重新认证申请？'
          : '通过这件领码申请？',
      content: `${doubts.length ? `${doubts.map((row) => row.label).join('、')}需要核实。` : ''}${
        renewal
          ? `通过后“${claim.enterpriseName}”的企业码不变，经办人成为新的认证人，并通知申请人。`
          : `通过后系统立即向“${claim.enterpriseName}”发放企业码，并通知申请人。`
      }`,
      okText: '通过',
      okButtonProps: { danger: doubts.length > 0 },
      onOk: () => approve.mutateAsync().catch(() => undefined),
    });
  const decide = async (way: Negative, reason: string) => {
    try {
      await refuse.mutateAsync({ way, reason });
      void message.success(DECISIONS[way].done);
      await refresh();
    } catch (error) {
      if (!isConflict(error)) throw error;
      void conflict(error);
    }
  };

  return (
    <>
      <ActionBar hint="请对照授权书逐项核对后作出决定">
        <MoreTime of="CLAIM" id={detail.claim.id} promise={detail.claim.promise} />
        <Button onClick={() => setOpen('return')}>退回补正</Button>
        <Button danger onClick={() => setOpen('reject')}>
          不通过
        </Button>
        <MainButton
          type="primary"
          loading={approve.isPending}
          disabled={detail.enterpriseHoldsCode}
          onClick={ask}
        >
          审核通过
        </MainButton>
      </ActionBar>
      {(['return', 'reject'] as const).map((way) => (
        <ReasonDrawer
          key={way}
          {...DECISIONS[way]}
          open={open === way}
          danger={way === 'reject'}
          onClose={() => setOpen(undefined)}
          onSubmit={(reason) => decide(way, reason)}
        />
      ))}
    </>
  );
}

function Decided({ claim }: { claim: Claim }) {
  const hint = claim.reason
    ? `${label('claimStatus', claim.status)}：${claim.reason}`
    : `本件${label('claimStatus', claim.status)}${claim.decidedAt ? `，${dateTimeText(claim.decidedAt)}` : ''}`;
  return (
    <ActionBar hint={hint}>
      <Link to="/claims?status=SUBMITTED">返回待审核列表</Link>
    </ActionBar>
  );
}
