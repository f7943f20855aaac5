import { queryOptions, useQuery, useQueryClient } from '@tanstack/react-query';
import { App, Button, Space } from 'antd';
import type { ReactNode } from 'react';
import { Link } from 'react-router';
import { api, useMe, useSubmit, type FactDetail } from '@/shared/api';
import { label } from '@/shared/i18n';
import { dateTimeText, Definition, Loaded } from '@/shared/ui';
import { InfoDrawer } from '../../ui/InfoDrawer';
import { useThingConflict } from '../../ui/useConflict';

interface Named {
  code: string;
  name: string;
}

export const factQuery = (name: string) =>
  queryOptions({
    queryKey: ['facts', 'one', name],
    queryFn: ({ signal }) => api.get('/api/match/facts/{name}', { path: { name }, signal }),
  });

/** One fact: how it is defined, what it rests on, and where it counts. */
export function FactDrawer({
  of,
  onClose,
  onEdit,
}: {
  of: { name: string; label: string } | undefined;
  onClose: () => void;
  onEdit: (fact: FactDetail) => void;
}) {
  const { can } = useMe();
  const name = of?.name ?? '';
  const query = useQuery({ ...factQuery(name), enabled: !!of });
  return (
    <InfoDrawer
      open={!!of}
      title={query.data?.fact.label ?? of?.label}
      onClose={onClose}
      width={640}
      footer={
        can('match.fact.manage') && query.data ? <Steps fact={query.data} onEdit={onEdit} /> : undefined
      }
    >
      <Loaded query={query} compact>
        {({ fact, calculationWords, inputs, derived, policies, products, tags }) => (
          <>
            <Definition
              columns={1}
              items={[
                { label: '编码', value: fact.name },
                { label: '分组', value: fact.group },
                { label: '单位', value: fact.unit },
                { label: '来源', value: label('factSource', fact.source) },
                { label: '期间', value: fact.period },
                { label: '可见范围', value: fact.visibleTo },
                ...(calculationWords ? [{ label: '计算公式', value: calculationWords }] : []),
                ...(fact.choices.length ? [{ label: '可选值', value: fact.choices.join('、') }] : []),
                ...(fact.hint ? [{ label: '说明', value: fact.hint }] : []),
              ]}
            />
            <Names title="由这些指标计算" of={inputs} />
            <Names title="用于计算这些指标" of={derived} />
            <Names title="引用的政策" of={policies} empty="没有政策引用" />
            <Names title="引用的贷款产品" of={products} />
            <Names
              title="引用的标签"
              of={tags}
              show={
                can('match.tag.read') ? (tag) => <Link to={`/tags/${tag.code}`}>{tag.name}</Link> : undefined
              }
            />
            <Editions name={fact.name} />
          </>
        )}
      </Loaded>
    </InfoDrawer>
  );
}

/** What can be done with it. */
function Steps({ fact, onEdit }: { fact: FactDetail; onEdit: (fact: FactDetail) => void }) {
  const queries = useQueryClient();
  const { modal, message } = App.useApp();
  const conflict = useThingConflict('这个指标', [['facts']]);
  const { retired, label: named } = fact.fact;
  const act = useSubmit(
    (step: 'retire' | 'restore', idempotencyKey) =>
      api.post(`/api/match/facts/{name}/${step}`, {
        path: { name: fact.fact.name },
        body: { edition: fact.edition },
        idempotencyKey,
      }),
    {
      onSuccess: (_, step) => void message.success(step === 'retire' ? '已停用' : '已恢复'),
      onError: (error) => void conflict(error),
      onSettled: () => queries.invalidateQueries({ queryKey: ['facts'] }),
    },
  );
  const ask = () =>
    modal.confirm({
      title: `停用指标“${named}”？`,
      content: '停用后新的条件、标签和公式不能再用它；正被引用的不能停用。可以恢复。',
      okText: '停用',
      okButtonProps: { danger: true },
      onOk: () => act.mutateAsync('retire').catch(() => undefined),
    });
  return (
    <Space>
      {!retired && <Button onClick={() => onEdit(fact)}>修改</Button>}
      {!fact.shipped && !retired && (
        <Button danger onClick={ask}>
          停用
        </Button>
      )}
      {retired && (
        <Button loading={act.isPending} onClick={() => act.mutate('restore')}>
          恢复
        </Button>
      )}
    </Space>
  );
}

/** Each change with who made it and when, newest first. */
function Editions({ name }: { name: string }) {
  const query = useQuery({
    queryKey: ['facts', 'editions', name],
    queryFn: ({ signal }) => api.get('/api/match/facts/{name}/editions', { path: { name }, signal }),
  });
  return (
    <section aria-label="修改记录">
      <h3>修改记录</h3>
      <Loaded query={query} compact>
        {(editions) => (
          <ul>
            {editions.map((one) => (
              <li key={one.edition}>
                第 {one.edition} 版 · {one.changedBy ?? '系统自带'}
                {one.changedBy && ` · ${dateTimeText(one.changedAt)}`}
                <br />
                {[one.label, one.unit, one.formula, one.period, one.visibleTo, one.retired && '已停用']
                  .filter(Boolean)
                  .join('；')}
              </li>
            ))}
          </ul>
        )}
      </Loaded>
    </section>
  );
}

function Names({
  title,
  of,
  empty,
  show = (one) => one.name,
}: {
  title: string;
  of: Named[];
  empty?: string;
  show?: (one: Named) => ReactNode;
}) {
  if (!of.length && !empty) return null;
  return (
    <section aria-label={title}>
      <h3>
        {title}
        {of.length > 0 && `（${of.length}）`}
      </h3>
      {of.length ? (
        <ul>
          {of.map((one) => (
            <li key={one.code}>{show(one)}</li>
          ))}
        </ul>
      ) : (
        <p>{empty}</p>
      )}
    </section>
  );
}
