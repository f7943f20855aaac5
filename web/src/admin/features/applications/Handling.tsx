import { useQueryClient } from '@tanstack/react-query';
import { App, Button } from 'antd';
import { useState } from 'react';
import { useNavigate } from 'react-router';
import { api, isProblem, useMe, useSubmit, type LoanApplication } from '@/shared/api';
import { Definition, Icon } from '@/shared/ui';
import { useProblems } from '@/shared/ui/antd';
import { Panel } from '../../ui/page';
import { ReasonDrawer } from '../../ui/ReasonDrawer';
import { isConflict, useConflict } from '../../ui/useConflict';
import { WAITING } from '../../waiting';
import { HandOverDrawer, type HandOver } from './HandOverDrawer';
import { isOver } from './rules';

/** Who of the bank has the application, and what its people may do about that; shown to the bank alone. */
export function Handling({ application }: { application: LoanApplication }) {
  const { me, can } = useMe();
  const queries = useQueryClient();
  const navigate = useNavigate();
  const { message } = App.useApp();
  const problems = useProblems();
  const [open, setOpen] = useState<'give' | 'take-over'>();
  const close = () => setOpen(undefined);
  const { id, version, handling } = application;
  const refresh = () =>
    Promise.all([
      queries.invalidateQueries({ queryKey: ['applications'] }),
      queries.invalidateQueries({ queryKey: WAITING }),
    ]);
  /** Where it lies now may be beyond what one reads who gave it away, or who wanted it and was slower. */
  const leaveOrRefresh = async () => {
    const there = await api
      .get('/api/finance/applications/{id}', { path: { id } })
      .catch((error: unknown) => error);
    if (isProblem(there, 'NOT_FOUND')) void navigate('/applications');
    await refresh();
  };
  const conflict = useConflict([['applications'], [...WAITING]]);
  const take = useSubmit(
    (_: void, idempotencyKey) =>
      api.post('/api/finance/applications/{id}/take', { path: { id }, idempotencyKey }),
    {
      onSuccess: () => void message.success('已认领，由您办理'),
      onError: (error) => (isConflict(error) ? void conflict(error) : problems(error)),
      onSettled: () => void leaveOrRefresh(),
    },
  );
  const handOver = async ({ to, reason }: HandOver, done: string, idempotencyKey: string) => {
    try {
      await api.post('/api/finance/applications/{id}/hand-over', {
        path: { id },
        body: { version, to, reason },
        idempotencyKey,
      });
      void message.success(done);
    } catch (error) {
      if (!isConflict(error)) throw error;
      void conflict(error);
    }
    await leaveOrRefresh();
  };
  if (!handling) return null;
  const goesOn = !isOver(application.status);
  const own = handling.handlerId === me?.accountId;
  const head = can('finance.application.assign');
  const takes = goesOn && !handling.handlerId && can('finance.application.handle');
  const takesOver = goesOn && !!handling.handlerId && !own && can('finance.application.handle');
  const gives = goesOn && (head || own);
  const word = handling.handlerId ? '转办' : '分派';
  return (
    <Panel title="本行办理">
      <Definition
        columns={1}
        items={[
          { label: '办理网点', value: handling.branchName ?? application.bankName },
          { label: '办理人', value: handling.handlerName ?? (goesOn ? '待认领' : '无') },
        ]}
      />
      {(takes || takesOver || gives) && (
        <div style={{ display: 'flex', gap: 8, flexWrap: 'wrap', marginTop: 12 }}>
          {takes && (
            <Button
              icon={<Icon name="check" size={16} />}
              loading={take.isPending}
              onClick={() => take.mutate()}
            >
              认领
            </Button>
          )}
          {takesOver && <Button onClick={() => setOpen('take-over')}>接手办理</Button>}
          {gives && <Button onClick={() => setOpen('give')}>{word}</Button>}
        </div>
      )}
      <HandOverDrawer
        open={open === 'give'}
        title={`${word}融资申请`}
        intro="接办的人会收到通知；企业不会收到通知，在办理进度中可以看到各环节由谁办理。"
        bank={{ id: application.bankId, name: application.bankName }}
        reasonNeeded={handling.handlerId !== undefined}
        submitText={`确认${word}`}
        onClose={close}
        onSubmit={(given, idempotencyKey) => handOver(given, `已${word}`, idempotencyKey)}
      />
      <ReasonDrawer
        open={open === 'take-over'}
        title="接手办理"
        intro={`该申请现由${handling.handlerName ?? ''}办理。接手后由您办理，原办理人会收到通知和原因；企业不会收到通知。`}
        label="接手原因"
        maxLength={200}
        submitText="确认接手"
        onClose={close}
        onSubmit={(reason, idempotencyKey) =>
          handOver({ to: { officerId: me!.accountId }, reason }, '已接手，由您办理', idempotencyKey)
        }
      />
    </Panel>
  );
}
