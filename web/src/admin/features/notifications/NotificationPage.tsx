import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import { App, Button, type FormInstance } from 'antd';
import { useState } from 'react';
import { useNavigate, useParams } from 'react-router';
import { api, useMe, useSubmit, type NotificationContent, type NotificationDetail } from '@/shared/api';
import { label } from '@/shared/i18n';
import { dateTimeText, Loaded, NONE, numberText, StatusTag } from '@/shared/ui';
import { useProblems } from '@/shared/ui/antd';
import { ActionBar, MainButton, PageHead, pageCss, Panel } from '../../ui/page';
import { ReasonDrawer } from '../../ui/ReasonDrawer';
import { isConflict, useThingConflict, useWritingConflict } from '../../ui/useConflict';
import { WAITING } from '../../waiting';
import { audienceLines, formField, valuesOf } from './content';
import { NotificationForm } from './NotificationForm';
import css from './notifications.module.css';
import { pageText } from './pages';
import { WrittenPreview } from './Preview';
import { useIndustries, useInstitutions, useTowns } from '../../reference';
import { Receivers } from './Receivers';
import { WayProgress } from './WayProgress';

/** While it moves by itself it is looked at again. */
const AGAIN: Partial<Record<string, number>> = { SCHEDULED: 5_000, SENDING: 2_000 };

/** 通知详情: its author goes on with it, a second person approves it, and whoever may read it sees what became of it. */
export default function NotificationPage() {
  const { id = '' } = useParams();
  const query = useQuery({
    queryKey: ['notifications', 'one', id],
    queryFn: ({ signal }) => api.get('/api/message/notifications/{id}', { path: { id }, signal }),
    refetchInterval: ({ state }) => AGAIN[state.data?.notification.state ?? ''] ?? false,
  });
  return (
    <Loaded page query={query}>
      {(detail) => <Detail key={detail.notification.id} detail={detail} />}
    </Loaded>
  );
}

type Step = 'submit' | 'approve' | 'cancel';

const DONE: Record<Step, string> = { submit: '已提交', approve: '已审批通过', cancel: '已取消' };

function Detail({ detail }: { detail: NotificationDetail }) {
  const { can } = useMe();
  const navigate = useNavigate();
  const { notification } = detail;
  const manage = can('message.notification.manage');
  const editable = manage && (notification.state === 'DRAFT' || notification.state === 'REJECTED');
  return (
    <div className={pageCss.page}>
      <PageHead
        title={notification.title}
        tags={<StatusTag of="notificationState" value={notification.state} />}
        facts={
          <>
            <span>{label('messageKind', notification.kind)}</span>
            <span>编写人 {notification.author}</span>
            {notification.submittedAt && <span>提交于 {dateTimeText(notification.submittedAt)}</span>}
            {notification.decidedAt && (
              <span>
                {notification.decidedBy} 审批于 {dateTimeText(notification.decidedAt)}
              </span>
            )}
          </>
        }
      >
        {!editable && <Button onClick={() => void navigate('/notifications')}>返回列表</Button>}
      </PageHead>
      {notification.state === 'REJECTED' && notification.rejectReason && (
        <p className={css.reason} role="note">
          <b>审批人驳回，请按下列意见修改</b>
          {notification.rejectReason}
        </p>
      )}
      {editable ? (
        <Edit key={notification.state} detail={detail} />
      ) : (
        <>
          <div className={css.columns}>
            <div>
              <Content detail={detail} />
            </div>
            <div>
              <Outcome detail={detail} />
              {!notification.startedAt && notification.state !== 'CANCELLED' && (
                <Panel title="预览">
                  <WrittenPreview of={detail} />
                </Panel>
              )}
            </div>
          </div>
          {detail.progress.length > 0 && (
            <Receivers id={notification.id} live={notification.state === 'SENDING'} />
          )}
          <Actions detail={detail} />
        </>
      )}
    </div>
  );
}

/** Takes steps with what the page shows, and shows what has become of it. */
function useSteps(id: string) {
  const queries = useQueryClient();
  const { message } = App.useApp();
  const conflict = useThingConflict('这条通知', [['notifications', 'one', id]]);
  const renew = (now?: NotificationDetail) => {
    if (now) queries.setQueryData(['notifications', 'one', id], now);
    void queries.invalidateQueries({ queryKey: ['notifications', 'list'] });
    void queries.invalidateQueries({ queryKey: ['notifications', 'receivers', id] });
    void queries.invalidateQueries({ queryKey: WAITING });
  };
  const step = useSubmit(
    ({ action, version }: { action: Step; version: number }, idempotencyKey) =>
      api.post(`/api/message/notifications/{id}/${action}`, {
        path: { id },
        body: { version },
        idempotencyKey,
      }),
    {
      about: ({ action, version }) => `${action} ${version}`,
      onSuccess: (now, { action }) => {
        void message.success(
          now.notification.state === 'PENDING_APPROVAL' ? '已提交，等待审批' : DONE[action],
        );
        renew(now);
      },
    },
  );
  return { step, renew, conflict };
}

function Edit({ detail }: { detail: NotificationDetail }) {
  const { id } = detail.notification;
  const problems = useProblems();
  const { message, modal } = App.useApp();
  const { step, renew } = useSteps(id);
  const conflict = useWritingConflict('这条通知', [['notifications', 'one', id]]);
  // What was saved has a new version; the form stays as it is.
  const [version, setVersion] = useState(detail.notification.version);
  const save = useMutation({
    mutationFn: (content: NotificationContent) =>
      api.put('/api/message/notifications/{id}', { path: { id }, body: { version, content } }),
    onSuccess: (now) => setVersion(now.notification.version),
  });
  const refused = (error: unknown, form: FormInstance) =>
    isConflict(error) ? void conflict(error) : problems(error, form, formField);
  const keep = async (content: NotificationContent, form: FormInstance) => {
    try {
      renew(await save.mutateAsync(content));
      void message.success('草稿已保存');
      return true;
    } catch (error) {
      refused(error, form);
      return false;
    }
  };
  const send = async (content: NotificationContent, form: FormInstance) => {
    let kept = false;
    try {
      const saved = await save.mutateAsync(content);
      kept = true;
      await step.mutateAsync({ action: 'submit', version: saved.notification.version });
    } catch (error) {
      refused(error, form);
    }
    return kept;
  };
  return (
    <NotificationForm
      values={valuesOf(detail)}
      enterprises={detail.enterprises}
      tags={detail.tags}
      busy={save.isPending || step.isPending}
      onKeep={keep}
      onSend={send}
      onDiscard={() =>
        modal.confirm({
          title: '作废这条通知？',
          content: '作废后不能恢复。',
          okText: '作废',
          okButtonProps: { danger: true },
          onOk: () =>
            step.mutateAsync({ action: 'cancel', version }).catch((error: unknown) => conflict(error)),
        })
      }
    />
  );
}

function Content({ detail }: { detail: NotificationDetail }) {
  const towns = useTowns();
  const industries = useIndustries();
  const institutions = useInstitutions();
  const lines = audienceLines(detail.audience, {
    towns: new Map((towns.data ?? []).map((one) => [one.code, one.name])),
    industries: new Map((industries.data ?? []).map((one) => [one.code, one.name])),
    others: new Map(
      [...detail.enterprises, ...detail.tags, ...(institutions.data ?? [])].map((one) => [one.id, one.name]),
    ),
  });
  return (
    <Panel title="通知内容">
      <dl className={css.facts}>
        <div>
          <dt>标题</dt>
          <dd>{detail.notification.title}</dd>
        </div>
        <div>
          <dt>正文</dt>
          <dd>{detail.body}</dd>
        </div>
        <div>
          <dt>查看页面</dt>
          <dd>{detail.link ? pageText(detail.link) : NONE}</dd>
        </div>
        <div>
          <dt>通知方式</dt>
          <dd>
            {detail.notification.channels.map((way) => label('pushChannel', way)).join('、')}
            {detail.notification.mandatory && '（必须送达）'}
          </dd>
        </div>
        {lines.map(([name, text]) => (
          <div key={name}>
            <dt>{name}</dt>
            <dd>{text}</dd>
          </div>
        ))}
      </dl>
    </Panel>
  );
}

/** How many it is for, when, and how far it has come. */
function Outcome({ detail }: { detail: NotificationDetail }) {
  const { notification, progress } = detail;
  return (
    <Panel title="发送情况">
      <div className={css.count}>
        <strong>{numberText(notification.people)}</strong>
        <span>
          {notification.startedAt
            ? '人接收'
            : notification.state === 'CANCELLED'
              ? '人（提交时统计）'
              : '人（提交时统计，发送时重新确定）'}
        </span>
      </div>
      <p className={css.ways}>
        {notification.startedAt ? (
          <span className="zq-whole">开始于 {dateTimeText(notification.startedAt)}</span>
        ) : notification.sendAt ? (
          `计划于 ${dateTimeText(notification.sendAt)} 发送`
        ) : notification.state === 'CANCELLED' ? (
          '没有发送'
        ) : (
          '审批通过后立即发送'
        )}
        {notification.endedAt && (
          <>
            ，
            <span className="zq-whole">
              {notification.state === 'CANCELLED' ? '取消' : '完成'}于 {dateTimeText(notification.endedAt)}
            </span>
          </>
        )}
      </p>
      {detail.heldUp && (
        <p className={css.warn} role="status">
          暂时查询不到企业标签和规模，还没有发送；查到后自动发送
        </p>
      )}
      {progress.length > 0 && (
        <ul className={css.progress} aria-live="polite" style={{ marginTop: 16 }}>
          {notification.channels.map((way) => (
            <WayProgress
              key={way}
              way={label('pushChannel', way)}
              results={progress.filter((one) => one.channel === way)}
            />
          ))}
        </ul>
      )}
    </Panel>
  );
}

function Actions({ detail }: { detail: NotificationDetail }) {
  const { can } = useMe();
  const { notification, mine } = detail;
  const { modal, message } = App.useApp();
  const { step, renew, conflict } = useSteps(notification.id);
  const [rejecting, setRejecting] = useState(false);
  const { state, version } = notification;
  const waits = state === 'PENDING_APPROVAL';
  const approves = waits && can('message.notification.approve') && !mine;
  const cancels =
    can('message.notification.manage') && (waits || state === 'SCHEDULED' || state === 'SENDING');
  if (!approves && !cancels) return null;
  return (
    <>
      <ActionBar
        hint={
          approves
            ? `${numberText(notification.people)} 人将收到通知，请核对内容和接收范围`
            : waits && mine
              ? '由另一位有审批权限的人员审批，编写人不能审批自己的通知'
              : state === 'SENDING'
                ? '取消后，已发出的不能收回，其余不再发送'
                : '发送前可取消'
        }
      >
        {cancels && (
          <Button
            danger
            onClick={() =>
              modal.confirm({
                title: `取消“${notification.title}”？`,
                content:
                  state === 'SENDING' ? '已发出的不能收回，其余不再发送。' : '取消后不会发送，也不能恢复。',
                okText: '取消发送',
                cancelText: '返回',
                okButtonProps: { danger: true },
                onOk: () =>
                  step.mutateAsync({ action: 'cancel', version }).catch((error: unknown) => conflict(error)),
              })
            }
          >
            取消发送
          </Button>
        )}
        {approves && (
          <>
            <Button onClick={() => setRejecting(true)}>驳回</Button>
            <MainButton
              loading={step.isPending}
              onClick={() => {
                const { sendAt } = notification;
                const later = sendAt && Date.parse(sendAt) > Date.now();
                modal.confirm({
                  title: `审批通过“${notification.title}”？`,
                  content: later ? `将于 ${dateTimeText(sendAt)} 发送。` : '通过后立即发送。',
                  okText: later ? '通过' : '通过并发送',
                  onOk: () =>
                    step
                      .mutateAsync({ action: 'approve', version })
                      .catch((error: unknown) => conflict(error)),
                });
              }}
            >
              审批通过
            </MainButton>
          </>
        )}
      </ActionBar>
      <ReasonDrawer
        open={rejecting}
        title="驳回通知"
        intro={`${notification.author}会看到驳回原因，修改后可再次提交。`}
        label="驳回原因"
        submitText="驳回"
        onClose={() => setRejecting(false)}
        onSubmit={async (reason) => {
          const now = await api.post('/api/message/notifications/{id}/reject', {
            path: { id: notification.id },
            body: { version, reason },
          });
          void message.success('已驳回');
          renew(now);
        }}
      />
    </>
  );
}
