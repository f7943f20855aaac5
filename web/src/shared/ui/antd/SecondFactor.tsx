import { useQuery, useQueryClient } from '@tanstack/react-query';
import { Alert, App, Button, Form, Input, Modal, type FormInstance } from 'antd';
import { useState, type ReactNode } from 'react';
import { api, type SecondFactorState } from '../../api';
import { AuthenticatorKey, RecoveryCodes } from '../../security';
import { CODE_HINT, CODE_LABEL, CODE_RULES, SECOND_FACTOR, type Proofs } from '../../security/secondFactor';
import { Definition } from '../Definition';
import { dateText } from '../format';
import { Loaded } from '../States';
import { Tag } from '../StatusTag';
import { FormDrawer } from './FormDrawer';
import { eye } from './PasswordFields';
import { forgetRefusals, useProblems } from './useProblems';

/** 两步验证 of one's own account: its state, turning it on and off, new recovery codes. */
export function SecondFactor() {
  const query = useQuery({
    queryKey: SECOND_FACTOR,
    queryFn: ({ signal }) => api.get('/api/auth/second-factor', { signal }),
  });
  return (
    <Loaded query={query} compact>
      {(state) => <Settings state={state} />}
    </Loaded>
  );
}

type Asked = 'on' | 'off' | 'codes';

function Settings({ state }: { state: SecondFactorState }) {
  const queries = useQueryClient();
  const { message } = App.useApp();
  const [asked, setAsked] = useState<Asked>();
  const [key, setKey] = useState<{ secret: string; uri: string }>();
  const [codes, setCodes] = useState<string[]>();
  const refresh = () => queries.invalidateQueries({ queryKey: SECOND_FACTOR });
  const proved: Record<Asked, (proofs: Proofs) => Promise<unknown>> = {
    on: async ({ password }) =>
      setKey(await api.post('/api/auth/second-factor/enrolment', { body: { password } })),
    codes: async (proofs) => {
      const fresh = await api.post('/api/auth/second-factor/recovery-codes', { body: proofs });
      setCodes(fresh.recoveryCodes);
      void refresh();
    },
    off: async (proofs) => {
      await api.post('/api/auth/second-factor/removal', { body: proofs });
      void message.success('两步验证已关闭');
      void refresh();
    },
  };

  return (
    <>
      <Definition
        columns={1}
        items={[
          {
            label: '状态',
            value: <Tag tone={state.enabled ? 'good' : 'quiet'}>{state.enabled ? '已开启' : '未开启'}</Tag>,
          },
          ...(state.since
            ? [
                { label: '开启时间', value: dateText(state.since) },
                { label: '恢复码', value: `还有 ${state.recoveryCodesLeft} 个未使用` },
              ]
            : []),
        ]}
      />
      <p style={{ margin: '16px 0' }}>
        开启后，登录时除密码外还要填写手机上身份验证器应用显示的动态验证码，密码泄露也不能登录。
        {state.required && '按平台规定，工作人员账号须使用两步验证，不能关闭。'}
        {state.demonstration && '本平台为演示环境，演示账号免两步验证，正式环境中工作人员须使用。'}
      </p>
      {state.enabled && state.recoveryCodesLeft < 3 && (
        <Alert type="warning" showIcon title="恢复码即将用完，请更换一组新的" style={{ marginBottom: 16 }} />
      )}
      <div style={{ display: 'flex', flexWrap: 'wrap', gap: 8 }}>
        {!state.enabled && (
          <Button type="primary" onClick={() => setAsked('on')}>
            开启两步验证
          </Button>
        )}
        {state.enabled && <Button onClick={() => setAsked('codes')}>更换恢复码</Button>}
        {state.enabled && !state.required && (
          <Button danger onClick={() => setAsked('off')}>
            关闭两步验证
          </Button>
        )}
      </div>
      <PasswordDrawer asked={asked} onClose={() => setAsked(undefined)} proved={proved} />
      <EnrolDialog
        told={key}
        onClose={() => setKey(undefined)}
        onEnrolled={(fresh) => {
          setKey(undefined);
          setCodes(fresh);
          void refresh();
        }}
      />
      <Modal
        open={!!codes}
        title="恢复码"
        closable={false}
        mask={{ closable: false }}
        keyboard={false}
        footer={
          <Button type="primary" onClick={() => setCodes(undefined)}>
            已保存
          </Button>
        }
      >
        {codes && <RecoveryCodes codes={codes} />}
      </Modal>
    </>
  );
}

const WHY: Record<Asked, { title: string; hint: ReactNode; submit: string }> = {
  on: { title: '开启两步验证', hint: '请先输入登录密码，确认是本人操作。', submit: '下一步' },
  off: { title: '关闭两步验证', hint: '关闭后登录只需密码，恢复码一并作废。', submit: '关闭两步验证' },
  codes: { title: '更换恢复码', hint: '更换后原有的恢复码全部作废。', submit: '更换恢复码' },
};

function PasswordDrawer({
  asked,
  onClose,
  proved,
}: {
  asked: Asked | undefined;
  onClose: () => void;
  proved: Record<Asked, (proofs: Proofs) => Promise<unknown>>;
}) {
  const why = WHY[asked ?? 'on'];
  return (
    <FormDrawer<Proofs>
      open={!!asked}
      title={why.title}
      submitText={why.submit}
      danger={asked === 'off'}
      onClose={onClose}
      onSubmit={(proofs) => proved[asked!](proofs)}
    >
      <p style={{ marginBottom: 16 }}>{why.hint}</p>
      <Form.Item name="password" label="登录密码" rules={[{ required: true, message: '请输入登录密码' }]}>
        <Input.Password iconRender={eye} autoComplete="current-password" />
      </Form.Item>
      {asked !== undefined && asked !== 'on' && (
        <Form.Item name="code" label={CODE_LABEL} extra={CODE_HINT} rules={CODE_RULES}>
          <Input autoComplete="one-time-code" maxLength={20} />
        </Form.Item>
      )}
    </FormDrawer>
  );
}

function EnrolDialog({
  told,
  onClose,
  onEnrolled,
}: {
  told: { secret: string; uri: string } | undefined;
  onClose: () => void;
  onEnrolled: (codes: string[]) => void;
}) {
  const [form] = Form.useForm<{ code: string }>();
  const problems = useProblems();
  const [busy, setBusy] = useState(false);
  const confirm = async ({ code }: { code: string }) => {
    setBusy(true);
    try {
      const { recoveryCodes } = await api.post('/api/auth/second-factor/confirmation', { body: { code } });
      form.resetFields();
      onEnrolled(recoveryCodes);
    } catch (error) {
      problems(error, form as FormInstance);
    } finally {
      setBusy(false);
    }
  };
  return (
    <Modal
      open={!!told}
      title="开启两步验证"
      okText="开启"
      cancelText="取消"
      confirmLoading={busy}
      onOk={() => form.submit()}
      onCancel={onClose}
      mask={{ closable: false }}
      destroyOnHidden
    >
      {told && <AuthenticatorKey {...told} />}
      <Form
        form={form}
        name="enrolment"
        layout="vertical"
        requiredMark={false}
        onValuesChange={(changed) => forgetRefusals(form as FormInstance, changed)}
        onFinish={(values) => void confirm(values)}
        style={{ marginTop: 16 }}
      >
        <Form.Item
          name="code"
          label="动态验证码"
          rules={[{ required: true, pattern: /^\d{6}$/, message: '请填写应用中显示的 6 位数字' }]}
        >
          <Input inputMode="numeric" autoComplete="one-time-code" maxLength={6} />
        </Form.Item>
      </Form>
    </Modal>
  );
}
