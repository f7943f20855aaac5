import { useQuery, useQueryClient } from '@tanstack/react-query';
import { App, Button, Form, Input } from 'antd';
import { useState } from 'react';
import { Link, useParams } from 'react-router';
import { api, useMe, useSubmit, type Declaration, type DeclarationFile } from '@/shared/api';
import { label } from '@/shared/i18n';
import { DeclarationProgress, FormReading, isTouchedByEnd } from '@/shared/declarations';
import { endedText } from '@/shared/policies';
import { Promised } from '@/shared/promise';
import { dateTimeText, DemoTag, Loaded, longDate, StatusTag } from '@/shared/ui';
import { FormDrawer } from '@/shared/ui/antd';
import { enoughWords, LEAST_HINT } from '@/shared/ui/reasons';
import { ActionBar, MainButton, PageHead, pageCss, Panel } from '../../ui/page';
import { Covered } from '../../ui/Covered';
import { Evidence } from '../../ui/Evidence';
import { PolicyCheckPanel } from '../../ui/PolicyCheckPanel';
import { PublicNotice } from '../../ui/PublicNotice';
import { isConflict, useConflict } from '../../ui/useConflict';
import { MoreTime } from '../promises/MoreTime';
import { MoreTimeAsked } from '../promises/MoreTimeAsked';
import { HandOver, useMayHandOver } from './HandOver';
import css from './DeclarationPage.module.css';

const KEY = ['console-declarations'];

/** One declaration: what was filled in beside its evidence, how the enterprise stands, what happened, what to do. */
export default function DeclarationPage() {
  const { id = '' } = useParams();
  const query = useQuery({
    queryKey: [...KEY, 'one', id],
    queryFn: ({ signal }) => api.get('/api/policy/declarations/{id}', { path: { id }, signal }),
  });
  return (
    <Loaded page query={query}>
      {(declaration) => <Case key={declaration.version} declaration={declaration} />}
    </Loaded>
  );
}

function Case({ declaration }: { declaration: Declaration }) {
  const { me } = useMe();
  const [file, setFile] = useState<DeclarationFile>();
  const [marks, setMarks] = useState<Record<string, string>>({});
  const mine = declaration.handlerId !== undefined && declaration.handlerId === me?.accountId;
  const step = declaration.steps[declaration.stepIndex];
  const mayMark = mine && declaration.status === 'IN_REVIEW' && !!step?.maySendBack;
  const reveal = (ask: { field: string; reason: string }) =>
    api.post('/api/policy/declarations/{id}/reveal', { path: { id: declaration.id }, body: ask });
  const toggle = (key: string) =>
    setMarks(({ [key]: was, ...rest }) => (was === undefined ? { ...rest, [key]: '' } : rest));
  return (
    <div className={pageCss.page}>
      <PageHead
        title={declaration.enterpriseName}
        tags={
          <>
            <StatusTag of="declarationStatus" value={declaration.status} />
            {declaration.demo && <DemoTag />}
          </>
        }
        facts={
          <>
            <span>申报编号 {declaration.number}</span>
            <span>{declaration.projectTitle}</span>
            <span>提交于 {dateTimeText(declaration.submittedAt)}</span>
            {declaration.decidedAt ? (
              <span>办结于 {dateTimeText(declaration.decidedAt)}</span>
            ) : (
              <span>
                当前环节：{label('declarationStep', declaration.step)}，正在{declaration.stepInstitutionName}
                办理（{declaration.handlerName ?? '未承办'}）
              </span>
            )}
            {['SUBMITTED', 'IN_REVIEW'].includes(declaration.status) && declaration.notice && (
              <PublicNotice id={declaration.id} objections={declaration.turn?.objections} />
            )}
            {!declaration.decidedAt && declaration.promise && (
              <span>
                <Promised promise={declaration.promise} of="DECLARATION" />{' '}
                {declaration.promise.extensionAsked && <MoreTimeAsked of="DECLARATION" />}
              </span>
            )}
          </>
        }
      />
      {declaration.policyEnd && isTouchedByEnd(declaration) && (
        <p className={pageCss.note}>{endedText(declaration.policyEnd)}</p>
      )}
      {declaration.reason && <p className={css.reason}>驳回原因：{declaration.reason}</p>}
      <div className={pageCss.columns}>
        <div>
          <Panel title="申报内容" extra={mayMark && '退回补正前，请在需补正处打勾'}>
            <FormReading
              form={declaration.form}
              materials={declaration.materials}
              answers={declaration.answers}
              papers={declaration.papers}
              files={declaration.files}
              prefilled={declaration.prefilled}
              before={declaration.before}
              onFile={setFile}
              marking={
                mayMark
                  ? { marks, toggle, say: (key, words) => setMarks((now) => ({ ...now, [key]: words })) }
                  : undefined
              }
            />
          </Panel>
          <Panel title="联系方式">
            <dl className={css.contact}>
              <dt>联系人</dt>
              <dd>
                <Covered
                  value={declaration.contactName}
                  name="联系人"
                  field="policy.declaration.contact-name"
                  permission="policy.declaration.reveal"
                  reveal={reveal}
                />
              </dd>
              <dt>联系电话</dt>
              <dd>
                <Covered
                  value={declaration.contactPhone}
                  name="联系电话"
                  field="policy.declaration.contact-phone"
                  permission="policy.declaration.reveal"
                  reveal={reveal}
                />
              </dd>
            </dl>
          </Panel>
          <Panel title="办理进度">
            <DeclarationProgress of={declaration} />
          </Panel>
        </div>
        <div className={pageCss.aside}>
          <Evidence
            file={file}
            at="/api/policy/declaration-files"
            hint="点击左侧申报内容中的文件名，在这里对照查看。"
          />
          <PolicyCheckPanel
            when="提交时按企业画像核对"
            standing={declaration.standing}
            none="提交时没有可自动核对的条件，请人工审核。"
            policy={declaration}
            audience={declaration.audience}
          />
        </div>
      </div>
      <Decisions declaration={declaration} mine={mine} marks={marks} />
    </div>
  );
}

type Action = 'take-on' | 'pass' | 'send-back' | 'reject';

const DONE: Record<Action, string> = {
  'take-on': '已承办',
  pass: '已通过本环节',
  'send-back': '已退回企业补正',
  reject: '已驳回',
};

/** What the department does with it in its step. */
function Decisions({
  declaration,
  mine,
  marks,
}: {
  declaration: Declaration;
  mine: boolean;
  marks: Record<string, string>;
}) {
  const queries = useQueryClient();
  const { message } = App.useApp();
  const [open, setOpen] = useState<Action>();
  const path = { id: declaration.id };
  const { version } = declaration;
  const last = declaration.stepIndex === declaration.steps.length - 1;
  const maySendBack = !!declaration.steps[declaration.stepIndex]?.maySendBack;
  const refresh = () => queries.invalidateQueries({ queryKey: KEY });
  const conflict = useConflict([KEY], async () => {
    const now = await api.get('/api/policy/declarations/{id}', { path });
    const last = now.timeline.at(-1);
    return (
      <p>
        该申报现在的状态：<b>{label('declarationStatus', now.status)}</b>
        {last && `（${last.actor ?? last.applicant ?? '企业'}，${dateTimeText(last.at)}）`}
      </p>
    );
  });
  const decide = useSubmit(
    ({ action, body }: { action: Action; body: object }, idempotencyKey) =>
      api.post(`/api/policy/declarations/{id}/${action}` as '/api/policy/declarations/{id}/take-on', {
        path,
        body: { version, ...body },
        idempotencyKey,
      }),
    { about: ({ action }) => `${action} ${declaration.id} ${version}` },
  );
  const run = async (action: Action, body: object = {}) => {
    let decided = true;
    try {
      await decide.mutateAsync({ action, body });
      void message.success(action === 'pass' && last ? '已批准' : DONE[action]);
    } catch (error) {
      if (!isConflict(error)) throw error;
      void conflict(error);
      decided = false;
    }
    await refresh();
    return decided;
  };
  const mayHandOver = useMayHandOver(declaration);
  const { status } = declaration;
  const waits = status === 'SUBMITTED' || status === 'IN_REVIEW';
  if (!waits) {
    return mayHandOver ? (
      <ActionBar hint={`企业补正后由${declaration.handlerName}继续办理`}>
        <HandOver declaration={declaration} />
      </ActionBar>
    ) : null;
  }
  const step = label('declarationStep', declaration.step);
  const shown = noticeText(declaration);
  const marked = Object.entries(marks).map(([key, words]) => ({ key, words: words.trim() || undefined }));
  const close = () => setOpen(undefined);
  if (!mine)
    return (
      <ActionBar hint={whoseTurn(declaration)}>
        <HandOver declaration={declaration} />
        {mayTakeOn(declaration) && (
          <MainButton
            type="primary"
            loading={decide.isPending}
            onClick={() => void run('take-on').catch(conflict)}
          >
            承办
          </MainButton>
        )}
      </ActionBar>
    );
  return (
    <>
      <ActionBar
        hint={shown ?? `请办理${step}；${maySendBack ? '退回补正须先标注内容，' : ''}驳回须说明原因`}
      >
        {!!declaration.turn?.objections && <Link to="/objections">查看公示异议</Link>}
        <MoreTime of="DECLARATION" id={declaration.id} promise={declaration.promise} />
        <HandOver declaration={declaration} />
        {maySendBack && (
          <Button disabled={!marked.length} onClick={() => setOpen('send-back')}>
            退回补正{marked.length > 0 && `（${marked.length} 处）`}
          </Button>
        )}
        <Button danger onClick={() => setOpen('reject')}>
          驳回
        </Button>
        <MainButton type="primary" disabled={!!shown} onClick={() => setOpen('pass')}>
          {last ? '批准' : `通过${step}`}
        </MainButton>
      </ActionBar>
      <FormDrawer<{ opinion?: string }>
        keeps={path.id}
        open={open === 'pass'}
        title={last ? '批准申报' : `通过${step}`}
        submitText={last ? '批准' : '通过'}
        onClose={close}
        onSubmit={({ opinion }) => run('pass', { opinion: opinion?.trim() || undefined })}
      >
        {() => (
          <Form.Item name="opinion" label="办理意见" rules={[{ max: 500, message: '不超过 500 字' }]}>
            <Input.TextArea rows={4} showCount maxLength={500} placeholder="选填，企业可以看到" />
          </Form.Item>
        )}
      </FormDrawer>
      <Reasoned
        keeps={path.id}
        open={open === 'send-back'}
        title="退回企业补正"
        label="退回的原因"
        submitText="退回补正"
        onClose={close}
        onSubmit={(reason) => run('send-back', { reason, marked })}
      />
      <Reasoned
        keeps={path.id}
        open={open === 'reject'}
        title="驳回申报"
        label="驳回的原因"
        submitText="驳回"
        danger
        onClose={close}
        onSubmit={(reason) => run('reject', { reason })}
      />
    </>
  );
}

/** Whether the reader can take it on: nobody does for an institution that they do not work for. */
const mayTakeOn = ({ handlerId, turn }: Declaration) => !handlerId && !!turn?.here && !turn.barred;

function whoseTurn(declaration: Declaration): string {
  const { handlerName, stepInstitutionName, turn } = declaration;
  if (!turn?.here) return `正在${stepInstitutionName}办理${handlerName ? `，由${handlerName}承办` : ''}`;
  if (handlerName) return `由${handlerName}承办`;
  return turn.barred ?? '承办后由您办理本环节，企业在办理进度中可以看到';
}

/** Why its step cannot be passed yet; nothing where it can. */
function noticeText({ notice, turn }: Declaration): string | undefined {
  const objected = notice && turn?.objections ? `公示有 ${turn.objections} 件异议尚未处理` : '';
  if (!notice?.running) return objected ? `${objected}，答复后才能通过` : undefined;
  const until = notice.until
    ? `公示至 ${longDate(notice.until)}，期满后才能通过`
    : '公示期尚不能确定，待年度放假安排公布后才能通过';
  return objected ? `${until}；${objected}` : until;
}

function Reasoned({
  label: name,
  onSubmit,
  ...drawer
}: {
  open: boolean;
  title: string;
  label: string;
  submitText: string;
  danger?: boolean;
  keeps: string;
  onClose: () => void;
  onSubmit: (reason: string) => Promise<unknown>;
}) {
  return (
    <FormDrawer<{ reason: string }> {...drawer} onSubmit={({ reason }) => onSubmit(reason.trim())}>
      {() => (
        <Form.Item
          name="reason"
          label={name}
          rules={[
            { required: true, whitespace: true, message: `请填写${name}` },
            { max: 500, message: '不超过 500 字' },
            enoughWords(name),
          ]}
        >
          <Input.TextArea rows={5} showCount maxLength={500} placeholder={LEAST_HINT} />
        </Form.Item>
      )}
    </FormDrawer>
  );
}
