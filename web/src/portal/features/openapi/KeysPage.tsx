import { useQuery, useQueryClient } from '@tanstack/react-query';
import { App, Button, Form, Input, Radio, Select } from 'antd';
import { useState } from 'react';
import { api, useMe, useSubmit, type ApiScope, type DrawnApiKey, type MyApiKey } from '@/shared/api';
import { label } from '@/shared/i18n';
import { CallsOfKey } from '@/shared/openapi/CallsOfKey';
import { callLimits, lastDayOf } from '@/shared/openapi/limits';
import { dateTimeText, Definition, Empty, Loaded, NONE, StatusTag, Tag } from '@/shared/ui';
import { CheckGroup, FormDrawer, MainButton, ShownOnce, useProblems } from '@/shared/ui/antd';
import { enoughWords, LEAST_HINT } from '@/shared/ui/reasons';
import { ButtonLink } from '../../ui';
import { CenterHead, Panel, Stack } from '../../ui/Panel';
import { IN_FORCE } from './inForce';
import { Webhook } from './Webhook';
import css from './openapi.module.css';

const QUERY = ['openapi', 'own'];

/** 开放接口: keys with which one's own systems call the platform. */
export default function KeysPage() {
  const { can } = useMe();
  const looksAfter = can('openapi.own');
  const [applying, setApplying] = useState(false);
  const query = useQuery({
    queryKey: [...QUERY, 'list'],
    queryFn: ({ signal }) => api.get('/api/auth/openapi/my/keys', { query: { size: 50 }, signal }),
    enabled: looksAfter,
  });
  return (
    <>
      <CenterHead
        title="开放接口"
        intro="为您单位的系统申请密钥，用签名的请求调用平台的接口。密钥属于单位，由管理员申请和管理"
        actions={
          <>
            <ButtonLink small look="outline" to="/center/openapi/guide">
              开发者指南
            </ButtonLink>
            {looksAfter && <MainButton onClick={() => setApplying(true)}>申请密钥</MainButton>}
          </>
        }
      />
      {!looksAfter && (
        <Panel>
          <Empty
            title="密钥由本单位的管理员申请和管理"
            hint="需要接口的，请联系本单位的管理员；接口的用法见开发者指南"
          />
        </Panel>
      )}
      {looksAfter && <Loaded query={query}>
        {({ items }) =>
          items.length ? (
            <Stack>
              {items.map((key) => (
                <Key key={key.id} of={key} />
              ))}
            </Stack>
          ) : (
            <Panel>
              <Empty title="还没有密钥" hint="说明系统和用途，选择需要的接口，由平台审核" />
            </Panel>
          )
        }
      </Loaded>}
      <Application open={applying} onClose={() => setApplying(false)} />
    </>
  );
}

type Algorithm = 'hmac-sha256' | 'sm2-sm3';

/** How the system signs; who signs with SM2 hands in the public half. */
function Signing() {
  const algorithm = Form.useWatch<Algorithm | undefined>('algorithm');
  return (
    <>
      <Form.Item
        name="algorithm"
        label="签名算法"
        required
        extra="HMAC-SHA256 使用平台发放的密钥；SM2 使用您自己的密钥对，私钥不离开您的系统"
      >
        <Radio.Group
          options={[
            { value: 'hmac-sha256', label: label('signatureAlgorithm', 'hmac-sha256') },
            { value: 'sm2-sm3', label: label('signatureAlgorithm', 'sm2-sm3') },
          ]}
        />
      </Form.Item>
      {algorithm === 'sm2-sm3' && (
        <Form.Item
          name="publicKey"
          label="SM2 公钥"
          extra="PEM 格式，以 -----BEGIN PUBLIC KEY----- 开头"
          required
        >
          <Input.TextArea rows={5} maxLength={2000} />
        </Form.Item>
      )}
    </>
  );
}

/** The public half only where it was asked for; one that was left out is none, rather than another way to sign. */
const publicKeyOf = ({ algorithm, publicKey = '' }: { algorithm: Algorithm; publicKey?: string }) =>
  algorithm === 'sm2-sm3' ? publicKey : undefined;

/** What was typed and taken away again is missing, not malformed. */
const unlessEmpty = (text: string) => text || undefined!;

interface ApplicationForm {
  systemName: string;
  purpose: string;
  contactName: string;
  contactPhone: string;
  environment: MyApiKey['environment'];
  algorithm: Algorithm;
  publicKey?: string;
  scopes: ApiScope['scope'][];
  addresses: string[];
}

/** The service judges every field at once, so no rule of the page comes before it: who is wrong in several hears of all of them together. */
function Application({ open, onClose }: { open: boolean; onClose: () => void }) {
  const { me } = useMe();
  const { message } = App.useApp();
  const queries = useQueryClient();
  const apply = useSubmit(
    ({ algorithm, publicKey, ...form }: ApplicationForm, idempotencyKey) =>
      api.post('/api/auth/openapi/my/keys', {
        body: {
          ...form,
          contactPhone: unlessEmpty(form.contactPhone),
          publicKey: publicKeyOf({ algorithm, publicKey }),
        },
        idempotencyKey,
      }),
    {},
  );
  const scopes = useQuery({
    queryKey: [...QUERY, 'scopes'],
    queryFn: ({ signal }) => api.get('/api/auth/openapi/my/scopes', { signal }),
    enabled: open,
  });
  return (
    <FormDrawer<ApplicationForm>
      open={open}
      title="申请密钥"
      submitText="提交申请"
      initialValues={{ contactName: me?.name, environment: 'LIVE', algorithm: 'hmac-sha256' }}
      onClose={onClose}
      onSubmit={async (body) => {
        await apply.mutateAsync(body);
        void message.success('已提交，审核结果在本页查看');
        void queries.invalidateQueries({ queryKey: QUERY });
      }}
    >
      <Form.Item name="systemName" label="系统名称" required>
        <Input maxLength={50} />
      </Form.Item>
      <Form.Item name="purpose" label="用途" required>
        <Input.TextArea rows={4} maxLength={500} showCount />
      </Form.Item>
      <Form.Item name="environment" label="环境" required extra="沙箱密钥只能读取演示企业的数据，用于开发和联调">
        <Radio.Group
          options={[
            { value: 'LIVE', label: label('keyEnvironment', 'LIVE') },
            { value: 'SANDBOX', label: label('keyEnvironment', 'SANDBOX') },
          ]}
        />
      </Form.Item>
      <Signing />
      <Form.Item name="scopes" label="接口权限" required>
        <CheckGroup
          stacked
          options={(scopes.data ?? []).map((one) => ({ value: one.scope, label: one.label }))}
        />
      </Form.Item>
      <Form.Item
        name="addresses"
        label="调用地址"
        extra="系统出口的 IP 地址或网段，如 203.0.113.9 或 203.0.113.0/24；输入后按回车"
        required
      >
        <Select mode="tags" open={false} suffixIcon={null} tokenSeparators={[' ', ',', '，', ';']} />
      </Form.Item>
      <Form.Item name="contactName" label="联系人" required>
        <Input maxLength={50} />
      </Form.Item>
      <Form.Item name="contactPhone" label="联系电话" required>
        <Input maxLength={20} inputMode="tel" />
      </Form.Item>
    </FormDrawer>
  );
}

function Key({ of: key }: { of: MyApiKey }) {
  const { modal, message } = App.useApp();
  const problems = useProblems();
  const queries = useQueryClient();
  const [step, setStep] = useState<'rotate' | 'give-up' | 'calls' | 'webhook'>();
  const refresh = () => queries.invalidateQueries({ queryKey: QUERY });
  const at = { path: { id: key.id } };
  const show = (drawn: DrawnApiKey) => {
    void refresh();
    modal.success({
      title: drawn.secret ? '请立即保存密钥' : '请用您的 SM2 私钥签名',
      width: 600,
      okText: drawn.secret ? '已保存' : '知道了',
      keyboard: false,
      content: (
        <>
          {drawn.secret && <p>密钥只显示这一次。遗失后只能更换。</p>}
          {drawn.key.rotatedAt && (
            <p>{IN_FORCE}在此之前用它签名的请求会返回 401 SIGNATURE_INVALID。</p>
          )}
          <p>密钥编号</p>
          <ShownOnce name="密钥编号" value={drawn.keyId} />
          {drawn.secret && (
            <>
              <p>密钥</p>
              <ShownOnce name="密钥" value={drawn.secret} />
            </>
          )}
        </>
      ),
    });
  };
  const draw = () =>
    api.post('/api/auth/openapi/my/keys/{id}/draw', { ...at, body: { version: key.version } }).then(show, problems);
  const usable = key.status === 'ACTIVE' && !key.expired;
  return (
    <Panel
      title={key.systemName}
      more={
        key.status === 'ACTIVE' && key.expired ? (
          <Tag tone="bad">已过期</Tag>
        ) : (
          <StatusTag of="apiKeyStatus" value={key.status} />
        )
      }
    >
      <Definition
        columns={1}
        items={[
          { label: '密钥编号', value: key.keyId ?? NONE },
          { label: '环境', value: label('keyEnvironment', key.environment) },
          // Of a revoked key nothing is kept by which its signatures could be checked.
          { label: '签名算法', value: key.status === 'REVOKED' ? '注销后不再保留' : label('signatureAlgorithm', key.algorithm) },
          { label: '接口权限', value: key.scopes.map((one) => one.label).join('、') },
          { label: '调用地址', value: key.addresses.join('、') },
          { label: '次数上限', value: callLimits(key) },
          { label: '有效期至', value: lastDayOf(key) },
          { label: '申请', value: `${key.applicantName} ${dateTimeText(key.appliedAt)}` },
          ...(key.previousUntil
            ? [{ label: '旧密钥', value: `${dateTimeText(key.previousUntil)} 前仍可使用` }]
            : []),
          ...(key.reason ? [{ label: '驳回原因', value: key.reason }] : []),
          ...(key.revokeReason ? [{ label: '注销原因', value: key.revokeReason }] : []),
        ]}
      />
      <div className={css.actions} role="group" aria-label={`${key.systemName}的操作`}>
        {key.status === 'APPROVED' && (
          <Button type="primary" onClick={() => void draw()}>
            领取密钥
          </Button>
        )}
        {usable && <Button onClick={() => setStep('rotate')}>更换密钥</Button>}
        {key.drawnAt && (
          <Button onClick={() => setStep(step === 'webhook' ? undefined : 'webhook')}>
            {step === 'webhook' ? '收起事件回调' : '事件回调'}
          </Button>
        )}
        {key.drawnAt && (
          <Button onClick={() => setStep(step === 'calls' ? undefined : 'calls')}>
            {step === 'calls' ? '收起调用记录' : '调用记录'}
          </Button>
        )}
        {(key.status === 'APPLIED' || key.status === 'APPROVED' || key.status === 'ACTIVE') && (
          <Button danger onClick={() => setStep('give-up')}>
            {key.status === 'APPLIED' ? '撤回申请' : '注销'}
          </Button>
        )}
      </div>
      {step === 'webhook' && <Webhook of={key} />}
      {step === 'calls' && <CallsOfKey id={key.id} of="own" />}
      <FormDrawer<{ overlapHours: number; algorithm: Algorithm; publicKey?: string }>
        open={step === 'rotate'}
        title="更换密钥"
        submitText="更换"
        initialValues={{ overlapHours: 24, algorithm: key.algorithm as Algorithm }}
        onClose={() => setStep(undefined)}
        onSubmit={async ({ overlapHours, ...signing }) =>
          show(
            await api.post('/api/auth/openapi/my/keys/{id}/rotate', {
              ...at,
              body: { version: key.version, overlapHours, publicKey: publicKeyOf(signing) },
            }),
          )
        }
      >
        <Signing />
        <Form.Item name="overlapHours" label="旧密钥" required extra={
            key.previousUntil
              ? `系统换用新密钥之前，旧密钥可以再用一段时间。上次更换时保留的密钥（原可用至 ${dateTimeText(key.previousUntil)}）随本次更换失效`
              : '系统换用新密钥之前，旧密钥可以再用一段时间'
          }
        >
          <Select
            options={[
              { value: 0, label: '立即失效' },
              { value: 24, label: '再用 1 天' },
              { value: 168, label: '再用 7 天' },
              { value: 720, label: '再用 30 天' },
            ]}
          />
        </Form.Item>
      </FormDrawer>
      <FormDrawer<{ reason: string }>
        open={step === 'give-up'}
        title={key.status === 'APPLIED' ? '撤回申请' : '注销密钥'}
        submitText="确定"
        danger
        onClose={() => setStep(undefined)}
        onSubmit={async ({ reason }) => {
          await api.post('/api/auth/openapi/my/keys/{id}/give-up', {
            ...at,
            body: { version: key.version, reason },
          });
          void message.success(key.status === 'APPLIED' ? '已撤回' : '已注销，5 秒内不能再调用');
          void refresh();
        }}
      >
        <Form.Item
          name="reason"
          label="原因"
          rules={[{ required: true, whitespace: true, message: '请填写原因' }, enoughWords('原因')]}
        >
          <Input.TextArea rows={3} maxLength={200} showCount placeholder={LEAST_HINT} />
        </Form.Item>
      </FormDrawer>
    </Panel>
  );
}
