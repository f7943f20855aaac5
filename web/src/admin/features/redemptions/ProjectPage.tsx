import { useQuery, useQueryClient } from '@tanstack/react-query';
import { App, Button, DatePicker, Form, Input } from 'antd';
import dayjs, { type Dayjs } from 'dayjs';
import { useState } from 'react';
import { Link, useNavigate, useParams } from 'react-router';
import { api, useMe, type RedemptionProject } from '@/shared/api';
import { newIdempotencyKey } from '@/shared/api/client';
import { label } from '@/shared/i18n';
import { dateText, Definition, DemoTag, Loaded, yuanExact } from '@/shared/ui';
import { FormDrawer } from '@/shared/ui/antd';
import { ActionBar, MainButton, PageHead, pageCss, Panel } from '../../ui/page';
import { ProjectState } from '../../ui/ProjectState';
import { isConflict, useThingConflict } from '../../ui/useConflict';
import { Ledger } from './Ledger';
import css from './redemptions.module.css';
import { Money } from './RuleEditor';

const KEY = ['redemption-projects'];

/** A project with its ledger, and what can be done with it. */
export default function ProjectPage() {
  const { id = '' } = useParams();
  const query = useQuery({
    queryKey: [...KEY, 'one', id],
    queryFn: ({ signal }) => api.get('/api/policy/manage/redemption-projects/{id}', { path: { id }, signal }),
  });
  return (
    <Loaded page query={query}>
      {(project) => <Detail project={project} />}
    </Loaded>
  );
}

function Detail({ project }: { project: RedemptionProject }) {
  const { can } = useMe();
  return (
    <div className={pageCss.page}>
      <PageHead
        title={project.title}
        tags={
          <>
            <ProjectState of="redemptionWindow" project={project} />
            {project.demo && <DemoTag />}
          </>
        }
        facts={
          <>
            <span>{label('redemptionKind', project.kind)}</span>
            <span>
              {dateText(project.opensOn)} 至 {dateText(project.closesOn)}
            </span>
            {can('policy.redemption.handle') && project.status !== 'DRAFT' && (
              <Link to={`/redemptions?projectId=${project.id}`}>查看兑付申请</Link>
            )}
          </>
        }
      />
      {project.status !== 'DRAFT' && <Ledger project={project} />}
      <Panel title="项目内容">
        <Definition
          items={[
            { label: '所属政策', value: `《${project.policyTitle}》`, wide: true },
            {
              label: '兑付对象',
              value:
                (project.audience.length
                  ? `符合政策条件，并满足：${project.audience.map(({ text }) => text).join('；')}`
                  : '与政策条件一致') + (project.barring ? '（仅限对象申请）' : ''),
              wide: true,
            },
            { label: '金额规则', value: project.ruleWords, wide: true },
            { label: '预算', value: yuanExact(project.budget) },
            ...(project.review
              ? [{ label: '审核承诺时限', value: `${project.review.workingDays} 个工作日` }]
              : []),
            { label: '公示期', value: `${project.noticeDays} 个工作日` },
            ...(project.exclusiveGroup
              ? [{ label: '不可同时享受', value: `${project.exclusiveGroup}，${project.exclusiveYear} 年度` }]
              : []),
            ...(project.summary ? [{ label: '兑付说明', value: project.summary, wide: true }] : []),
          ]}
        />
      </Panel>
      <Steps project={project} />
    </div>
  );
}

type Step = 'open' | 'close';
type Drawer = 'allocate' | 'return' | 'closes-on';

const ASKED: Record<Step, { title: string; text: (project: RedemptionProject) => string; done: string }> = {
  open: {
    title: '开放这个兑付项目？',
    text: (project) =>
      project.status === 'DRAFT'
        ? `开放后下达预算 ${yuanExact(project.budget)}，企业可见；金额规则和公示期不能再修改。`
        : '重新开放后企业可继续申请。',
    done: '项目已开放',
  },
  close: {
    title: '关闭这个兑付项目？',
    text: ({ kind }) =>
      kind === 'EXEMPT'
        ? '关闭后不能再确认名单；企业尚未确认的免申即享随即失效，并会通知这些企业；已确认的继续办理，可用的预算可以交回。'
        : '关闭后企业不能再申请；已提交的申请继续办理，可用的预算可以交回。',
    done: '项目已关闭',
  },
};

function Steps({ project }: { project: RedemptionProject }) {
  const navigate = useNavigate();
  const { can } = useMe();
  const queries = useQueryClient();
  const { message, modal } = App.useApp();
  const [drawer, setDrawer] = useState<Drawer>();
  const conflict = useThingConflict('这个兑付项目', [KEY]);
  const { id, version, status } = project;
  const refresh = () => queries.invalidateQueries({ queryKey: KEY });
  const take = (step: Step) => {
    const idempotencyKey = newIdempotencyKey();
    modal.confirm({
      title: ASKED[step].title,
      content: ASKED[step].text(project),
      okText: step === 'open' ? '开放' : '关闭',
      onOk: () =>
        api
          .post(
            `/api/policy/manage/redemption-projects/{id}/${step}` as '/api/policy/manage/redemption-projects/{id}/open',
            { path: { id }, body: { version }, idempotencyKey },
          )
          .then(() => void message.success(ASKED[step].done), conflict)
          .finally(refresh),
    });
  };
  /** A conflict is told in its own dialog; the drawer keeps what was refused otherwise. */
  const settled = async (work: Promise<unknown>, done: string) => {
    try {
      await work;
      void message.success(done);
    } catch (error) {
      if (!isConflict(error)) throw error;
      void conflict(error);
    }
    await refresh();
  };
  const book = (way: 'allocate' | 'return', body: { amount: number; note: string }, idempotencyKey: string) =>
    settled(
      api.post(
        `/api/policy/manage/redemption-projects/{id}/${way}` as '/api/policy/manage/redemption-projects/{id}/allocate',
        { path: { id }, body: { version, ...body }, idempotencyKey },
      ),
      way === 'allocate' ? '已追加预算' : '已交回预算',
    );
  const close = () => setDrawer(undefined);
  return (
    <>
      <ActionBar
        hint={
          status === 'DRAFT'
            ? '草稿只有本机构可见；开放时下达预算'
            : `可用预算 ${yuanExact(project.money.free)}`
        }
      >
        {status === 'DRAFT' && (
          <Button onClick={() => void navigate(`/redemption-projects/${id}/edit`)}>修改</Button>
        )}
        {status === 'OPEN' && project.kind === 'EXEMPT' && can('policy.redemption.handle') && (
          <Button onClick={() => void navigate(`/redemption-projects/${id}/offers`)}>确认免申即享名单</Button>
        )}
        {status === 'OPEN' && (
          <>
            <Button onClick={() => setDrawer('closes-on')}>调整截止日期</Button>
            <Button onClick={() => setDrawer('allocate')}>追加预算</Button>
          </>
        )}
        {status !== 'DRAFT' && project.money.free > 0 && (
          <Button onClick={() => setDrawer('return')}>交回预算</Button>
        )}
        {status === 'OPEN' ? (
          <Button danger onClick={() => take('close')}>
            关闭项目
          </Button>
        ) : (
          <MainButton onClick={() => take('open')}>开放项目</MainButton>
        )}
      </ActionBar>
      <BookingDrawer
        open={drawer === 'allocate'}
        title="追加预算"
        note="依据"
        onClose={close}
        onSubmit={(body, key) => book('allocate', body, key)}
      />
      <BookingDrawer
        open={drawer === 'return'}
        title="交回预算"
        note="原因和依据"
        most={project.money.free}
        onClose={close}
        onSubmit={(body, key) => book('return', body, key)}
      />
      <FormDrawer<{ closesOn: Dayjs }>
        open={drawer === 'closes-on'}
        title="调整截止日期"
        submitText="调整"
        initialValues={{ closesOn: dayjs(project.closesOn) }}
        onClose={close}
        onSubmit={({ closesOn }, idempotencyKey) =>
          settled(
            api.post('/api/policy/manage/redemption-projects/{id}/closes-on', {
              path: { id },
              body: { version, closesOn: closesOn.format('YYYY-MM-DD') },
              idempotencyKey,
            }),
            '已调整截止日期',
          )
        }
      >
        <Form.Item name="closesOn" label="截止日期" rules={[{ required: true, message: '请填写截止日期' }]}>
          <DatePicker allowClear={false} className={css.number} />
        </Form.Item>
      </FormDrawer>
    </>
  );
}

/** Money that comes to the project or goes from it, with the document by which it does. */
function BookingDrawer({
  note: name,
  most,
  onSubmit,
  ...drawer
}: {
  open: boolean;
  title: string;
  note: string;
  most?: number;
  onClose: () => void;
  onSubmit: (body: { amount: number; note: string }, idempotencyKey: string) => Promise<unknown>;
}) {
  return (
    <FormDrawer<{ amount: number; note: string }>
      {...drawer}
      submitText={drawer.title}
      onSubmit={({ amount, note }, key) => onSubmit({ amount, note: note.trim() }, key)}
    >
      <Money
        name="amount"
        label="金额（元）"
        extra={most === undefined ? undefined : `最多 ${yuanExact(most)}，已预留和待支付的不能交回`}
        needed="请填写金额"
      />
      <Form.Item
        name="note"
        label={name}
        extra="如预算文件的文号，记入台账"
        rules={[
          { required: true, whitespace: true, message: `请填写${name}` },
          { max: 200, message: '不超过 200 字' },
        ]}
      >
        <Input.TextArea rows={3} showCount maxLength={200} />
      </Form.Item>
    </FormDrawer>
  );
}
