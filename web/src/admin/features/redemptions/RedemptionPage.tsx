import { useQuery, useQueryClient } from '@tanstack/react-query';
import { App, Button, Form, Input, InputNumber } from 'antd';
import { useState } from 'react';
import { useParams } from 'react-router';
import { api, useSubmit, type DeclarationFile, type Redemption } from '@/shared/api';
import { label } from '@/shared/i18n';
import { endedText } from '@/shared/policies';
import { isOpenPromise, Promised } from '@/shared/promise';
import { ClaimFacts, isUnderWay, RedemptionProgress, shownStatus, useAmount } from '@/shared/redemptions';
import {
  dateText,
  dateTimeText,
  DemoTag,
  fileSize,
  Loaded,
  MatchConditions,
  StatusTag,
  yuanExact,
  longDate,
} from '@/shared/ui';
import { FormDrawer, useProblems } from '@/shared/ui/antd';
import { enoughWords, LEAST_HINT } from '@/shared/ui/reasons';
import { Evidence } from '../../ui/Evidence';
import { ActionBar, MainButton, PageHead, pageCss, Panel } from '../../ui/page';
import { PolicyCheckPanel } from '../../ui/PolicyCheckPanel';
import { PublicNotice } from '../../ui/PublicNotice';
import { within } from '../../ui/within';
import { ReasonDrawer } from '../../ui/ReasonDrawer';
import { isConflict, useConflict } from '../../ui/useConflict';
import { amountOf, typedAmount } from '../applications/rules';
import { CheckMark, useBeforePayment, waitsForPayment } from '../payments/BeforePayment';
import { MoreTime } from '../promises/MoreTime';
import { Returns } from './Returns';
import css from './redemptions.module.css';

const KEY = ['console-redemptions'];

/** One application: what is claimed beside its evidence, what happened, what to do. */
export default function RedemptionPage() {
  const { id = '' } = useParams();
  const query = useQuery({
    queryKey: [...KEY, 'one', id],
    queryFn: ({ signal }) => api.get('/api/policy/redemption/applications/{id}', { path: { id }, signal }),
  });
  return (
    <Loaded page query={query}>
      {(redemption) => <Case key={redemption.version} redemption={redemption} />}
    </Loaded>
  );
}

function Case({ redemption }: { redemption: Redemption }) {
  const [file, setFile] = useState<DeclarationFile>();
  const { promise } = redemption;
  return (
    <div className={pageCss.page}>
      <PageHead
        title={redemption.enterpriseName}
        tags={
          <>
            <StatusTag of="redemptionStatus" value={shownStatus(redemption)} />
            {redemption.demo && <DemoTag />}
          </>
        }
        facts={
          <>
            <span>兑付编号 {redemption.number}</span>
            <span>{redemption.projectTitle}</span>
            <span>提交于 {dateTimeText(redemption.submittedAt)}</span>
            {shownStatus(redemption) === 'IN_NOTICE' && redemption.noticeUntil && (
              <span>公示至 {dateText(redemption.noticeUntil)}</span>
            )}
            {redemption.status === 'IN_NOTICE' && (
              <PublicNotice id={redemption.id} objections={redemption.objections} />
            )}
            {promise && isOpenPromise(promise) && (
              <span>
                <Promised promise={promise} of="REDEMPTION" />
              </span>
            )}
          </>
        }
      />
      {redemption.policyEnd && isUnderWay(redemption.status) && (
        <p className={pageCss.note}>
          {endedText(
            redemption.policyEnd,
            redemption.status !== 'OFFERED'
              ? undefined
              : redemption.policyEnd.how === 'WITHDRAWN'
                ? '企业不能再确认'
                : '企业仍可确认',
          )}
        </p>
      )}
      {redemption.reason && <p className={pageCss.note}>最近的意见：{redemption.reason}</p>}
      <div className={pageCss.columns}>
        <div>
          <Panel title="申请内容">
            <ClaimFacts redemption={redemption} columns={1} />
            {redemption.files.length > 0 && (
              <>
                <h3 className={pageCss.part}>佐证材料</h3>
                <ul className={css.files}>
                  {redemption.files.map((one) => (
                    <li key={one.id}>
                      <Button type="link" className={pageCss.linkButton} onClick={() => setFile(one)}>
                        {one.name}
                      </Button>{' '}
                      <small>{fileSize(one.size)}</small>
                    </li>
                  ))}
                </ul>
              </>
            )}
          </Panel>
          <Panel title="办理进度">
            <RedemptionProgress of={redemption} />
          </Panel>
        </div>
        <div className={pageCss.aside}>
          <Evidence
            file={file}
            at="/api/policy/redemption/files"
            hint={redemption.files.length ? '点击文件名，在这里对照查看。' : '企业没有上传佐证材料。'}
          />
          <Returns redemption={redemption} />
          {redemption.kind === 'EXEMPT' && CHECKED.includes(redemption.status) && (
            <BeforePayment redemption={redemption} />
          )}
          <PolicyCheckPanel
            when={`${redemption.kind === 'EXEMPT' ? '列入名单时' : '提交时'}按企业画像核对（${dateText(redemption.standing?.asOf)}）`}
            standing={redemption.standing}
            audience={redemption.audience}
            whom="兑付对象"
            none={
              redemption.standing
                ? '提交时没有可自动核对的条件，请人工审核。'
                : '提交时没有核对政策条件，请人工审核。'
            }
            policy={redemption}
          />
        </div>
      </div>
      <Decisions redemption={redemption} />
    </div>
  );
}

/** From its approval on; what is paid or over keeps what was found. */
const CHECKED: Redemption['status'][] = ['APPROVED', 'PAYING', 'PAID', 'PAY_FAILED', 'RETURNED', 'ENDED'];

/** It waits for its payment, and the treasury does not have it: what is found or decided now can still keep it from being paid. */
const canBeStopped = ({ status, atTreasury }: Redemption) => waitsForPayment(status) && !atTreasury;

/** Whether who was found by the conditions alone still meets them, as it is held against them before money goes. */
function BeforePayment({ redemption }: { redemption: Redemption }) {
  const queries = useQueryClient();
  const { id, check, checked } = redemption;
  const problems = useProblems();
  const again = useSubmit(
    (_: void, idempotencyKey) =>
      api.post('/api/policy/redemption/applications/{id}/check', { path: { id }, idempotencyKey }),
    { onError: (error) => problems(error), onSettled: () => queries.invalidateQueries({ queryKey: KEY }) },
  );
  const waits = canBeStopped(redemption);
  if (!check && !waits) return null;
  return (
    <Panel
      title="支付前核对"
      extra={
        waits && (
          <Button size="small" loading={again.isPending} onClick={() => again.mutate()}>
            {check ? '重新核对' : '核对条件'}
          </Button>
        )
      }
    >
      {check ? (
        <>
          <p>
            <CheckMark check={check} />
          </p>
          <p className={pageCss.sub}>
            按 {dateText(check.asOf)} 的数据和现行政策，结果编号 {check.id}
          </p>
          {checked && <MatchConditions conditions={checked.policy.conditions} fill={(fact) => fact.label} />}
          {checked?.audience && (
            <>
              <h3 className={pageCss.part}>本项目的兑付对象</h3>
              <MatchConditions conditions={checked.audience.conditions} fill={(fact) => fact.label} />
            </>
          )}
        </>
      ) : (
        <p className={pageCss.sub}>编制和复核支付批次时再次核对；有疑问的，可以现在核对。</p>
      )}
    </Panel>
  );
}

type Action = 'recognise' | 'send-back' | 'reject';

const DONE: Record<Action, string> = {
  recognise: '已核定，公示开始',
  'send-back': '已退回企业补正',
  reject: '已驳回',
};

/** What the department does with it. */
function Decisions({ redemption }: { redemption: Redemption }) {
  const queries = useQueryClient();
  const { message } = App.useApp();
  const [open, setOpen] = useState<Action>();
  const { decide: decideBefore, drawers } = useBeforePayment([KEY]);
  const { id, version, status, policyBeginsOn: begins } = redemption;
  const conflict = useConflict([KEY], async () => {
    const now = await api.get('/api/policy/redemption/applications/{id}', { path: { id } });
    const last = now.timeline.at(-1);
    return (
      <p>
        该申请现在的状态：<b>{label('redemptionStatus', now.status)}</b>
        {last && `（${last.actor ?? last.applicant ?? '企业'}，${dateTimeText(last.at)}）`}
      </p>
    );
  });
  const decide = useSubmit(
    ({ action, body }: { action: Action; body: object }, idempotencyKey) =>
      api.post(
        `/api/policy/redemption/applications/{id}/${action}` as '/api/policy/redemption/applications/{id}/recognise',
        { path: { id }, body: { version, ...body }, idempotencyKey },
      ),
    { about: ({ action }) => `${action} ${id} ${version}` },
  );
  const run = async (action: Action, body: object) => {
    let decided = true;
    try {
      await decide.mutateAsync({ action, body });
      void message.success(DONE[action]);
    } catch (error) {
      if (!isConflict(error)) throw error;
      void conflict(error);
      decided = false;
    }
    await queries.invalidateQueries({ queryKey: KEY });
    return decided;
  };
  const close = () => setOpen(undefined);
  const waits = status === 'SUBMITTED';
  if (canBeStopped(redemption) || status === 'PAY_FAILED' || status === 'RETURNED')
    return (
      <>
        <ActionBar
          hint={
            status === 'PAYING'
              ? '已列入支付批次；批次复核前可以终止'
              : begins
                ? `政策自 ${longDate(begins)} 起施行，施行前不能支付；确属不应兑付的，可以终止`
                : redemption.check?.open
                  ? '不再符合条件，支付前须决定仍予支付或终止'
                  : status === 'PAY_FAILED' || status === 'RETURNED'
                    ? '款项没有到账，待更正账户后重新支付；确属不应兑付的，可以终止'
                    : '待支付；确属不应兑付的，可以终止'
          }
        >
          {canBeStopped(redemption) && redemption.check?.open && !begins && (
            <Button onClick={() => decideBefore('keep', redemption)}>仍予支付</Button>
          )}
          <Button danger onClick={() => decideBefore('end', redemption)}>
            终止
          </Button>
        </ActionBar>
        {drawers}
      </>
    );
  if (!waits && status !== 'SENT_BACK' && status !== 'IN_NOTICE') return null;
  return (
    <>
      <ActionBar
        hint={
          waits
            ? '核定后预留资金并公示；退回和驳回须说明原因'
            : status === 'SENT_BACK'
              ? '已退回企业补正，审核时限暂停计算'
              : `${
                  shownStatus(redemption) === 'NOTICE_OVER'
                    ? '公示期已满，没有未答复的异议后转为待支付'
                    : '正在公示'
                }；${begins ? `政策自 ${longDate(begins)} 起施行，施行后支付；` : ''}驳回后预留的资金释放`
        }
      >
        {waits && (
          <>
            <MoreTime of="REDEMPTION" id={id} promise={redemption.promise} />
            <Button onClick={() => setOpen('send-back')}>退回补正</Button>
          </>
        )}
        <Button danger onClick={() => setOpen('reject')}>
          驳回
        </Button>
        {waits && <MainButton onClick={() => setOpen('recognise')}>核定金额</MainButton>}
      </ActionBar>
      <Recognise
        open={open === 'recognise'}
        redemption={redemption}
        onClose={close}
        onSubmit={(body) => run('recognise', body)}
      />
      <ReasonDrawer
        keeps={id}
        open={open === 'send-back'}
        title="退回企业补正"
        intro={<p>企业将看到退回的原因，补正前审核时限暂停计算。</p>}
        label="退回的原因"
        submitText="退回补正"
        onClose={close}
        onSubmit={(reason) => run('send-back', { reason })}
      />
      <ReasonDrawer
        keeps={id}
        open={open === 'reject'}
        title="驳回申请"
        intro={<p>企业将看到驳回的原因。{status === 'IN_NOTICE' && '公示随即结束，预留的资金释放。'}</p>}
        label="驳回的原因"
        submitText="驳回"
        danger
        onClose={close}
        onSubmit={(reason) => run('reject', { reason })}
      />
    </>
  );
}

interface Recognised {
  basis?: number;
  reason?: string;
  despite?: string;
}

/** The figure as the department recognises it; what it makes of the amount stands below, as the service computes it. */
function Recognise({
  open,
  redemption,
  onClose,
  onSubmit,
}: {
  open: boolean;
  redemption: Redemption;
  onClose: () => void;
  onSubmit: (body: Recognised) => Promise<unknown>;
}) {
  const { basis: name, unit, basisClaimed, excludedBy } = redemption;
  return (
    <FormDrawer<Recognised>
      keeps={redemption.id}
      open={open}
      title="核定金额"
      submitText="核定并公示"
      initialValues={{ basis: basisClaimed }}
      onClose={onClose}
      onSubmit={({ basis, reason, despite }) =>
        onSubmit({ basis, reason: reason?.trim() || undefined, despite: despite?.trim() || undefined })
      }
    >
      {(form) => (
        <>
          <p className={pageCss.about}>{redemption.enterpriseName}</p>
          {excludedBy && (
            <>
              <p className={pageCss.note} role="status">
                {excludedBy.certain ? '不能核定：' : '核定前请核对：'}
                {excludedBy.words}
              </p>
              {!excludedBy.certain && (
                <Form.Item
                  name="despite"
                  label="仍予核定的理由"
                  rules={[
                    { required: true, whitespace: true, message: '请填写仍予核定的理由' },
                    { max: 500, message: '不超过 500 字' },
                    enoughWords('仍予核定的理由'),
                  ]}
                >
                  <Input.TextArea
                    rows={3}
                    showCount
                    maxLength={500}
                    placeholder={`${LEAST_HINT}，记入办理进度，企业可以看到`}
                  />
                </Form.Item>
              )}
            </>
          )}
          {name && (
            <Form.Item
              name="basis"
              label={`核定的${name}（${unit}）`}
              extra="不大于企业申报的数额"
              rules={[{ required: true, message: `请填写核定的${name}` }, within(0, basisClaimed ?? 0, 2)]}
            >
              <InputNumber<number> className={css.number} formatter={typedAmount} parser={amountOf} />
            </Form.Item>
          )}
          <Form.Item noStyle shouldUpdate>
            {() => <Computed redemption={redemption} basis={form.getFieldValue('basis') as number} />}
          </Form.Item>
          {name && (
            <Form.Item
              name="reason"
              label="核减的原因（核减时必填）"
              // Not always to be filled in, and not at will either.
              required
              dependencies={['basis']}
              rules={[
                { max: 500, message: '不超过 500 字' },
                enoughWords('核减的原因'),
                ({ getFieldValue }) => ({
                  validator: (_, words: string | undefined) =>
                    words?.trim() || !((getFieldValue('basis') as number) < (basisClaimed ?? 0))
                      ? Promise.resolve()
                      : Promise.reject(new Error('核定的数额小于申报的数额，请填写核减的原因')),
                }),
              ]}
            >
              <Input.TextArea
                rows={4}
                showCount
                maxLength={500}
                placeholder={`${LEAST_HINT}，企业可以看到`}
              />
            </Form.Item>
          )}
        </>
      )}
    </FormDrawer>
  );
}

function Computed({ redemption, basis }: { redemption: Redemption; basis: number | null | undefined }) {
  const goesByFigure = !!redemption.basis;
  const known = !goesByFigure || (!!basis && basis > 0 && basis <= (redemption.basisClaimed ?? 0));
  const { data, error } = useAmount(
    redemption.projectId,
    goesByFigure ? (basis ?? undefined) : undefined,
    known,
  );
  return (
    <p className={css.preview} role="status">
      {!known && '填写不大于申报数额的数后，按规则计算金额'}
      {known && error && error.message}
      {known && !error && data && (
        <>
          核定金额 <b>{yuanExact(data.yuan)}</b>
          <span className={css.hint}>{data.explanation}</span>
        </>
      )}
    </p>
  );
}
