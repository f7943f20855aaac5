import { useQueryClient } from '@tanstack/react-query';
import { App, Button, Form, Input, Radio } from 'antd';
import { useState } from 'react';
import { Link } from 'react-router';
import { api, useMe, useSubmit, type CodeLevel, type EnterpriseCode } from '@/shared/api';
import { label } from '@/shared/i18n';
import { dateTimeText, DemoTag, StatusTag, Uscc } from '@/shared/ui';
import { ACTIONS, FormDrawer } from '@/shared/ui/antd';
import { enoughWords, LEAST_HINT } from '@/shared/ui/reasons';
import { pageCss } from '../../ui/page';
import { Reason } from '../../ui/Reason';
import { ReasonDrawer } from '../../ui/ReasonDrawer';
import { RowActions } from '../../ui/RowActions';
import { ScopedListPage } from '../../ui/ScopedListPage';
import { isConflict, useConflict } from '../../ui/useConflict';
import { CodeDrawer } from './CodeDrawer';
import { actionsOf, CODE_ACTIONS, type CodeAction } from './actions';

const LEVELS = ['NORMAL', 'KEY', 'WARNED'] as const;
const STATUSES = ['ACTIVE', 'FROZEN', 'REVOKED'] as const;

interface Change {
  code: EnterpriseCode;
  action: CodeAction | 'level';
  send: (idempotencyKey: string) => Promise<unknown>;
}

/** 企业码管理: issued codes, their state and level. */
export default function CodesPage() {
  const { can } = useMe();
  const queries = useQueryClient();
  const { message } = App.useApp();
  const [open, setOpen] = useState<Omit<Change, 'send'>>();
  const [seen, setSeen] = useState<EnterpriseCode>();
  const conflict = useConflict([['codes']]);

  const change = useSubmit(({ send }: Change, idempotencyKey) => send(idempotencyKey), {
    about: ({ action, code }) => `${action} ${code.id} ${code.version}`,
  });
  const run = async (
    send: (code: EnterpriseCode, idempotencyKey: string) => Promise<unknown>,
    done: string,
  ) => {
    if (!open) return;
    const { code } = open;
    try {
      await change.mutateAsync({ ...open, send: (idempotencyKey) => send(code, idempotencyKey) });
      void message.success(done);
    } catch (error) {
      if (!isConflict(error)) throw error;
      void conflict(error);
    } finally {
      void queries.invalidateQueries({ queryKey: ['codes'] });
    }
  };

  return (
    <>
      <ScopedListPage
        title="企业码管理"
        intro="已发放企业码的状态与级别。冻结期间企业不能示码，注销后不可恢复"
        queryKey={['codes', 'list']}
        path="/api/code/codes"
        rowKey="id"
        defaultSort="issuedAt,desc"
        exportPath="/api/code/codes/export"
        tabs={{
          name: 'status',
          label: '企业码状态',
          options: STATUSES.map((value) => ({ value, label: label('codeStatus', value) })),
        }}
        filters={[
          { kind: 'text', name: 'q', label: '企业或企业码', placeholder: '名称、信用代码或编号' },
          {
            kind: 'select',
            name: 'level',
            label: '级别',
            options: LEVELS.map((value) => ({ value, label: label('codeLevel', value) })),
          },
          { kind: 'dates', name: 'issued', label: '发放日期', from: 'from', to: 'to' },
        ]}
        columns={[
          {
            key: 'enterpriseName',
            title: '企业',
            sorter: true,
            render: (_, code) => (
              <>
                {can('user.enterprise.read') ? (
                  <Link to={`/enterprises/${code.enterpriseId}`}>{code.enterpriseName}</Link>
                ) : (
                  code.enterpriseName
                )}
                <span className={pageCss.sub}>
                  <Uscc of={code.uscc} /> {code.demo && <DemoTag short />}
                </span>
              </>
            ),
          },
          {
            key: 'number',
            title: '企业码编号',
            sorter: true,
            className: pageCss.num,
            render: (_, code) => (
              <Button type="link" className={pageCss.linkButton} onClick={() => setSeen(code)}>
                {code.number}
              </Button>
            ),
          },
          {
            key: 'status',
            title: '状态',
            render: (_, code) => (
              <>
                <StatusTag of="codeStatus" value={code.status} />
                {code.status !== 'ACTIVE' && code.statusReason && <Reason>{code.statusReason}</Reason>}
              </>
            ),
          },
          {
            key: 'level',
            title: '级别',
            render: (_, code) => (
              <>
                {code.level === 'NORMAL' ? (
                  label('codeLevel', code.level)
                ) : (
                  <StatusTag of="codeLevel" value={code.level} />
                )}
                {code.levelReason && <Reason>{code.levelReason}</Reason>}
              </>
            ),
          },
          {
            key: 'issuedAt',
            title: '发放时间',
            sorter: true,
            className: pageCss.num,
            render: (_, code) => (
              <>
                {dateTimeText(code.issuedAt)}
                {code.reissuedAt && <span className={pageCss.sub}>{dateTimeText(code.reissuedAt)} 换发</span>}
              </>
            ),
          },
          {
            key: ACTIONS,
            title: '操作',
            render: (_, code) => (
              <RowActions
                of={code.enterpriseName}
                more={actionsOf(code.status).map((action) => ({
                  key: action,
                  label: action === 'level' ? '调整级别' : CODE_ACTIONS[action].title,
                  danger: action === 'revoke',
                  run: () => setOpen({ code, action }),
                }))}
              >
                <Button type="link" size="small" onClick={() => setSeen(code)}>
                  查看
                </Button>
              </RowActions>
            ),
          },
        ]}
      />
      <CodeDrawer code={seen} onClose={() => setSeen(undefined)} />
      {(Object.keys(CODE_ACTIONS) as CodeAction[]).map((action) => {
        const { title, intro, usual, done } = CODE_ACTIONS[action];
        return (
          <ReasonDrawer
            key={action}
            open={open?.action === action}
            title={`${title}企业码`}
            intro={
              <>
                <b>{open?.code.enterpriseName}</b>
                <p>{intro}</p>
              </>
            }
            label={`${title}原因`}
            usual={usual}
            submitText={`确认${title}`}
            danger={action === 'revoke'}
            onClose={() => setOpen(undefined)}
            onSubmit={(reason) =>
              run(
                ({ id, version }, idempotencyKey) =>
                  api.post(`/api/code/codes/{id}/${action}`, {
                    path: { id },
                    body: { version, reason },
                    idempotencyKey,
                  }),
                done,
              )
            }
          />
        );
      })}
      <FormDrawer<{ level: CodeLevel; reason: string }>
        open={open?.action === 'level'}
        title="调整企业码级别"
        submitText="保存"
        initialValues={{ level: open?.code.level, reason: open?.code.levelReason ?? '' }}
        onClose={() => setOpen(undefined)}
        onSubmit={({ level, reason }) =>
          run(
            ({ id, version }, idempotencyKey) =>
              api.post('/api/code/codes/{id}/level', {
                path: { id },
                body: { version, level, reason: reason.trim() },
                idempotencyKey,
              }),
            '级别已调整',
          )
        }
      >
        <p className={pageCss.about}>{open?.code.enterpriseName}</p>
        <Form.Item name="level" label="级别" rules={[{ required: true }]}>
          <Radio.Group options={LEVELS.map((value) => ({ value, label: label('codeLevel', value) }))} />
        </Form.Item>
        <Form.Item
          name="reason"
          label="调整依据"
          rules={[
            { required: true, whitespace: true, message: '请填写调整依据' },
            { max: 500, message: '不超过 500 字' },
            enoughWords('调整依据'),
          ]}
        >
          <Input.TextArea rows={4} showCount maxLength={500} placeholder={LEAST_HINT} />
        </Form.Item>
      </FormDrawer>
    </>
  );
}
