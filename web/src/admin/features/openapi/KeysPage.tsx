import { useQuery, useQueryClient } from '@tanstack/react-query';
import { App, Button, Form, InputNumber } from 'antd';
import dayjs, { type Dayjs } from 'dayjs';
import { useState } from 'react';
import { useSearchParams } from 'react-router';
import { api, useMe, type ApiKey } from '@/shared/api';
import { label } from '@/shared/i18n';
import { CallsOfKey } from '@/shared/openapi/CallsOfKey';
import { callLimits, lastDayOf } from '@/shared/openapi/limits';
import { dateTimeText, Definition, Loaded, NONE, StatusTag, Tag, todayText } from '@/shared/ui';
import { ACTIONS, CheckGroup, FormDrawer, ListPage, MainButton } from '@/shared/ui/antd';
import { DayField, dayRule } from '@/shared/ui/antd/DayField';
import { InfoDrawer } from '../../ui/InfoDrawer';
import { pageCss } from '../../ui/page';
import { ReasonDrawer } from '../../ui/ReasonDrawer';
import { callsRules, dayLimits } from './rules';
import { TermsDrawer } from './TermsDrawer';

const STATUSES = ['APPLIED', 'APPROVED', 'ACTIVE', 'REJECTED', 'REVOKED'] as const;

/** 开放接口: who wants a key for their system, who has one, and what is done with it. */
export default function KeysPage() {
  const { can } = useMe();
  const [params, setParams] = useSearchParams();
  const seen = params.get('id') ?? undefined;
  const see = (id: string | undefined) =>
    setParams(
      (before) => {
        const next = new URLSearchParams(before);
        if (id) next.set('id', id);
        else next.delete('id');
        return next;
      },
      { replace: true },
    );
  const opens = can('openapi.detail');
  return (
    <>
      <ListPage
        title="开放接口"
        intro="第三方系统的接口密钥：审核申请，查看调用，注销密钥"
        queryKey={['openapi', 'staff', 'list']}
        path="/api/auth/openapi/keys"
        rowKey="id"
        exportPath={can('openapi.export') ? '/api/auth/openapi/keys/export' : undefined}
        defaultSort="appliedAt,desc"
        empty={{ title: '还没有接口申请', hint: '企业和机构在企业中心的“开放接口”提交申请，在这里审核' }}
        tabs={{
          name: 'status',
          label: '状态',
          options: STATUSES.map((value) => ({ value, label: label('apiKeyStatus', value) })),
        }}
        filters={[
          { kind: 'text', name: 'q', label: '系统', placeholder: '系统名称、申请单位或密钥编号' },
          {
            kind: 'select',
            name: 'environment',
            label: '环境',
            options: (['LIVE', 'SANDBOX'] as const).map((value) => ({ value, label: label('keyEnvironment', value) })),
          },
        ]}
        columns={[
          {
            key: 'systemName',
            title: '系统名称',
            render: (_, row) => (
              <>
                {opens ? (
                  <Button type="link" className={pageCss.linkButton} onClick={() => see(row.id)}>
                    {row.systemName}
                  </Button>
                ) : (
                  row.systemName
                )}
                {(row.keyId || row.status === 'APPROVED') && (
                  <span className={pageCss.sub}>{row.keyId ?? '尚未领取'}</span>
                )}
              </>
            ),
          },
          { key: 'ownerName', title: '申请单位', sorter: true, dataIndex: 'ownerName' },
          {
            key: 'status',
            title: '状态',
            render: (_, row) => (
              <span className={pageCss.tags}>
                <KeyState of={row} />
                {row.environment === 'SANDBOX' && <Tag>{label('keyEnvironment', 'SANDBOX')}</Tag>}
              </span>
            ),
          },
          {
            key: 'scopes',
            title: '接口权限',
            render: (_, row) => (
              <span className={pageCss.tags}>
                {row.scopes.map((one) => (
                  <Tag key={one.code} title={one.code}>
                    {one.label}
                  </Tag>
                ))}
              </span>
            ),
          },
          {
            key: 'appliedAt',
            title: '申请时间',
            sorter: true,
            className: pageCss.num,
            render: (_, row) => dateTimeText(row.appliedAt),
          },
          ...(opens
            ? [
                {
                  key: ACTIONS,
                  title: '操作',
                  render: (_: unknown, row: ApiKey) => {
                    const todo = row.status === 'APPLIED' && can('openapi.review');
                    return (
                      <Button type="link" size="small" data-todo={todo} onClick={() => see(row.id)}>
                        {todo ? '审核' : '查看'}
                      </Button>
                    );
                  },
                },
              ]
            : []),
        ]}
      />
      <KeyDrawer id={seen} onClose={() => see(undefined)} />
    </>
  );
}

function KeyState({ of: key }: { of: ApiKey }) {
  return key.status === 'ACTIVE' && key.expired ? (
    <Tag tone="bad">已过期</Tag>
  ) : (
    <StatusTag of="apiKeyStatus" value={key.status} />
  );
}

function useKey(id: string) {
  return useQuery({
    enabled: !!id,
    queryKey: ['openapi', 'staff', 'one', id],
    queryFn: ({ signal }) => api.get('/api/auth/openapi/keys/{id}', { path: { id }, signal }),
  });
}

/** One system's key; what is decided on it stands in the foot, as everywhere. */
function KeyDrawer({ id, onClose }: { id: string | undefined; onClose: () => void }) {
  const { can } = useMe();
  const { data: key } = useKey(id ?? '');
  return (
    <InfoDrawer
      open={!!id}
      title={key?.systemName ?? '接口密钥'}
      onClose={onClose}
      width={760}
      footer={key && (reviews(key, can) || changes(key, can) || revokes(key, can)) && <Decision of={key} />}
    >
      {id && <Detail id={id} />}
    </InfoDrawer>
  );
}

function Detail({ id }: { id: string }) {
  const query = useKey(id);
  return (
    <Loaded query={query} compact>
      {(key) => (
        <>
          <Definition
            columns={1}
            items={[
              { label: '系统名称', value: key.systemName },
              { label: '申请单位', value: `${key.ownerName}（${key.applicantName}）` },
              { label: '用途', value: key.purpose },
              { label: '联系人', value: key.contactName ? `${key.contactName} ${key.contactPhone}` : '已清除' },
              { label: '状态', value: <KeyState of={key} /> },
              { label: '密钥编号', value: key.keyId ?? NONE },
              { label: '环境', value: label('keyEnvironment', key.environment) },
              // Of a revoked key nothing is kept by which its signatures could be checked.
          { label: '签名算法', value: key.status === 'REVOKED' ? '注销后不再保留' : label('signatureAlgorithm', key.algorithm) },
              { label: '接口权限', value: key.scopes.map((one) => one.label).join('、') },
              { label: '调用地址', value: key.addresses.join('、') },
              { label: '次数上限', value: callLimits(key) },
              { label: '有效期至', value: lastDayOf(key) },
              ...(key.decidedAt
                ? [{ label: '审核', value: `${key.decidedByName ?? ''} ${dateTimeText(key.decidedAt)}` }]
                : []),
              ...(key.reason ? [{ label: '驳回原因', value: key.reason }] : []),
              ...(key.revokedAt
                ? [
                    {
                      label: '注销',
                      value: `${key.revokedByName ?? ''} ${dateTimeText(key.revokedAt)}：${key.revokeReason ?? ''}`,
                    },
                  ]
                : []),
            ]}
          />
          {key.drawnAt && <CallsOfKey id={id} of="staff" />}
        </>
      )}
    </Loaded>
  );
}

type Can = ReturnType<typeof useMe>['can'];
const reviews = (key: ApiKey, can: Can) => key.status === 'APPLIED' && can('openapi.review');
const approved = (key: ApiKey) => key.status === 'ACTIVE' || key.status === 'APPROVED';
const changes = (key: ApiKey, can: Can) => approved(key) && !key.expired && can('openapi.review');
const revokes = (key: ApiKey, can: Can) => approved(key) && can('openapi.revoke');

interface ApprovalForm {
  scopes: ApiKey['scopes'][number]['scope'][];
  perMinute: number;
  perDay: number;
  validUntil: Dayjs;
}

function Decision({ of: key }: { of: ApiKey }) {
  const { can } = useMe();
  const { message } = App.useApp();
  const queries = useQueryClient();
  const [step, setStep] = useState<'approve' | 'reject' | 'change' | 'revoke'>();
  const at = { path: { id: key.id } };
  const { firstDay, lastDay } = dayLimits();
  const done = (text: string) => {
    void message.success(text);
    void queries.invalidateQueries({ queryKey: ['openapi', 'staff'] });
  };
  return (
    <div style={{ display: 'flex', justifyContent: 'flex-end', gap: 8 }}>
      {reviews(key, can) && (
        <>
          <Button danger onClick={() => setStep('reject')}>
            驳回
          </Button>
          <MainButton onClick={() => setStep('approve')}>通过</MainButton>
        </>
      )}
      {changes(key, can) && (
        <>
          <Button onClick={() => setStep('change')}>调整</Button>
          <TermsDrawer
            of={key}
            open={step === 'change'}
            onClose={() => setStep(undefined)}
            onDone={() => done('已调整，5 秒内生效')}
          />
        </>
      )}
      {revokes(key, can) && (
        <Button danger onClick={() => setStep('revoke')}>
          注销
        </Button>
      )}
      <FormDrawer<ApprovalForm>
        open={step === 'approve'}
        title="通过接口申请"
        submitText="通过"
        initialValues={{
          scopes: key.scopes.map((one) => one.scope),
          perMinute: key.perMinute,
          perDay: key.perDay,
          validUntil: dayjs(todayText()).add(1, 'year'),
        }}
        onClose={() => setStep(undefined)}
        onSubmit={async ({ validUntil, ...allowed }) => {
          await api.post('/api/auth/openapi/keys/{id}/approve', {
            ...at,
            body: { ...allowed, validUntil: validUntil.format('YYYY-MM-DD'), version: key.version },
          });
          done('已通过，申请人可以领取密钥');
        }}
      >
        <Form.Item
          name="scopes"
          label="接口权限"
          rules={[{ required: true, message: '至少保留一项接口权限' }]}
        >
          <CheckGroup stacked options={key.scopes.map((one) => ({ value: one.scope, label: one.label }))} />
        </Form.Item>
        <Form.Item name="perMinute" label="每分钟次数" rules={callsRules(6000)}>
          <InputNumber />
        </Form.Item>
        <Form.Item name="perDay" label="每日次数" rules={callsRules(1_000_000)}>
          <InputNumber />
        </Form.Item>
        <Form.Item name="validUntil" label="有效期至" rules={[{ required: true, message: '请填写' }, dayRule(firstDay, lastDay)]}>
          <DayField first={firstDay} last={lastDay} />
        </Form.Item>
      </FormDrawer>
      <ReasonDrawer
        open={step === 'reject'}
        title="驳回接口申请"
        intro="申请人会看到原因，可以重新申请。"
        label="驳回原因"
        usual="REASON_KEY_REJECT"
        submitText="驳回"
        danger
        onClose={() => setStep(undefined)}
        onSubmit={async (reason) => {
          await api.post('/api/auth/openapi/keys/{id}/reject', {
            ...at,
            body: { reason, version: key.version },
          });
          done('已驳回');
        }}
      />
      <ReasonDrawer
        open={step === 'revoke'}
        title="注销接口密钥"
        intro="注销后 5 秒内不能再调用，不能恢复。"
        label="注销原因"
        usual="REASON_KEY_REVOKE"
        submitText="注销"
        danger
        onClose={() => setStep(undefined)}
        onSubmit={async (reason) => {
          await api.post('/api/auth/openapi/keys/{id}/revoke', {
            ...at,
            body: { reason, version: key.version },
          });
          done('已注销');
        }}
      />
    </div>
  );
}
