import { useQueryClient } from '@tanstack/react-query';
import { App, Button } from 'antd';
import { useState } from 'react';
import { useNavigate } from 'react-router';
import { api, useSubmit, type ServiceCode } from '@/shared/api';
import { dateTimeText, numberText, Tag } from '@/shared/ui';
import { ACTIONS, MainButton } from '@/shared/ui/antd';
import { pageCss } from '../../ui/page';
import { RowActions } from '../../ui/RowActions';
import { ScopedListPage } from '../../ui/ScopedListPage';
import { isConflict, useThingConflict } from '../../ui/useConflict';
import { ServiceCodeDrawer } from './ServiceCodeDrawer';
import { KINDS, STATES } from './services';
import { VisitsDrawer } from './VisitsDrawer';

const options = (labels: Record<string, string>) =>
  Object.entries(labels).map(([value, label]) => ({ value, label }));

type Toggle = 'stop' | 'resume';

/** 一码通: codes of services and venues, made, printed and counted. */
export default function ServiceCodesPage() {
  const queries = useQueryClient();
  const navigate = useNavigate();
  const { message, modal } = App.useApp();
  // null: a new one.
  const [edited, setEdited] = useState<ServiceCode | null>();
  const [visited, setVisited] = useState<ServiceCode>();
  const conflict = useThingConflict('这个服务码', [['service-codes']]);

  const toggle = useSubmit(
    ({ code, how }: { code: ServiceCode; how: Toggle }, idempotencyKey) =>
      api.post(`/api/code/service-codes/{id}/${how}`, {
        path: { id: code.id },
        body: { version: code.version },
        idempotencyKey,
      }),
    {
      about: ({ code, how }) => `${how} ${code.id} ${code.version}`,
      onSuccess: (_, { how }) => void message.success(how === 'stop' ? '已停用' : '已启用'),
      onError: (error) => {
        if (isConflict(error)) void conflict(error);
        else void message.error(error.message);
      },
      onSettled: () => queries.invalidateQueries({ queryKey: ['service-codes'] }),
    },
  );
  const stop = (code: ServiceCode) =>
    modal.confirm({
      title: `停用“${code.name}”？`,
      content: '已张贴的码扫描后将提示“该服务码已停用”，可随时重新启用。',
      okText: '停用',
      cancelText: '取消',
      okButtonProps: { danger: true },
      onOk: () => toggle.mutateAsync({ code, how: 'stop' }).catch(() => undefined),
    });

  return (
    <>
      <ScopedListPage
        title="服务码"
        intro="一码通：张贴在窗口、园区、场所的码，企业用手机扫描，以本企业身份直接办理。修改内容后，已张贴的码随之更新"
        queryKey={['service-codes', 'list']}
        path="/api/code/service-codes"
        rowKey="id"
        defaultSort="createdAt,desc"
        exportPath="/api/code/service-codes/export"
        empty={{
          title: '还没有服务码',
          hint: '新建后可打印张贴，企业用手机扫描即可办理',
          action: <Button onClick={() => setEdited(null)}>新建服务码</Button>,
        }}
        toolbar={() => <MainButton onClick={() => setEdited(null)}>新建服务码</MainButton>}
        tabs={{ name: 'status', label: '服务码状态', options: options(STATES) }}
        filters={[
          { kind: 'text', name: 'q', label: '名称或地点', placeholder: '名称或地点' },
          { kind: 'select', name: 'kind', label: '类型', options: options(KINDS) },
        ]}
        columns={[
          {
            key: 'name',
            title: '名称',
            render: (_, code) => (
              <>
                {code.name}
                <span className={pageCss.sub}>{code.place}</span>
              </>
            ),
          },
          { key: 'kind', title: '类型', render: (_, code) => KINDS[code.kind] },
          {
            key: 'offers',
            title: '打开的服务',
            width: 280,
            render: (_, code) => (
              <span className={pageCss.tags}>
                {code.offers.map((offer) => (
                  <Tag key={offer.service + (offer.itemId ?? '')}>{offer.words}</Tag>
                ))}
              </span>
            ),
          },
          {
            key: 'visits',
            title: '访问',
            className: pageCss.num,
            render: (_, code) => (
              <>
                共 {numberText(code.visits)} 次，{numberText(code.visitors)} 家企业
                <span className={pageCss.sub}>近 30 天 {numberText(code.recentVisits)} 次</span>
              </>
            ),
          },
          {
            key: 'status',
            title: '状态',
            render: (_, code) => (
              <Tag tone={code.status === 'ACTIVE' ? 'good' : 'quiet'}>{STATES[code.status]}</Tag>
            ),
          },
          {
            key: 'createdAt',
            title: '创建时间',
            sorter: true,
            className: pageCss.num,
            render: (_, code) => (
              <>
                {dateTimeText(code.createdAt)}
                <span className={pageCss.sub}>{code.createdByName}</span>
              </>
            ),
          },
          {
            key: ACTIONS,
            title: '操作',
            render: (_, code) => (
              <RowActions
                of={code.name}
                more={[
                  { key: 'edit', label: '修改', run: () => setEdited(code) },
                  { key: 'visits', label: '访问记录', run: () => setVisited(code) },
                  code.status === 'ACTIVE'
                    ? { key: 'stop', label: '停用', danger: true, run: () => stop(code) }
                    : {
                        key: 'resume',
                        label: '启用',
                        run: () => toggle.mutate({ code, how: 'resume' }),
                      },
                ]}
              >
                <Button
                  type="link"
                  size="small"
                  onClick={() => void navigate(`/service-codes/${code.id}/print`)}
                >
                  打印
                </Button>
              </RowActions>
            ),
          },
        ]}
      />
      <ServiceCodeDrawer
        key={edited === undefined ? 'closed' : (edited?.id ?? 'new')}
        code={edited}
        onClose={() => setEdited(undefined)}
      />
      <VisitsDrawer code={visited} onClose={() => setVisited(undefined)} />
    </>
  );
}
