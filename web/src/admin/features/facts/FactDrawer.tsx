import { queryOptions, useQuery, useQueryClient } from '@tanstack/react-query';
import { App, Button, Space } from 'antd';
import type { ReactNode } from 'react';
import { Link } from 'react-router';
import { api, useMe, useSubmit, type FactDetail, type FactPast } from '@/shared/api';
import { label } from '@/shared/i18n';
import { Definition, Loaded, Timeline } from '@/shared/ui';
import { InfoDrawer } from '../../ui/InfoDrawer';
import { pageCss } from '../../ui/page';
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
            <Names
              title="引用的政策"
              of={policies}
              empty="没有政策引用"
              show={(policy) => <Published to={`/policies/${policy.code}`}>{policy.name}</Published>}
            />
            <Names
              title="引用的贷款产品"
              of={products}
              show={(product) => <Published to={`/loans/${product.code}`}>{product.name}</Published>}
            />
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

/** Leads to what everybody reads in the portal. */
function Published({ to, children }: { to: string; children: string }) {
  return (
    <a href={to} target="_blank" rel="noreferrer">
      {children}
    </a>
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

/** What an edition says, in the words of the list above. */
const saidBy = (one: FactPast): [string, string | undefined][] => [
  ['名称', one.label],
  ['单位', one.unit],
  ['计算公式', one.formula],
  ['期间', one.period],
  ['可见范围', one.visibleTo],
  ['说明', one.hint],
  ['状态', one.retired ? '已停用' : '使用中'],
];

/** What an edition changed; of the first that is known all that it says. */
function changesOf(one: FactPast, before: FactPast | undefined): string[] {
  if (!before) return saidBy(one).flatMap(([name, value]) => (value ? `${name}：${value}` : []));
  const former = saidBy(before);
  const changed = saidBy(one).flatMap(([name, value], at) => {
    const was = former[at]![1];
    return value === was ? [] : `${name}：${was || '无'} → ${value || '无'}`;
  });
  return changed.length ? changed : ['以上各项没有变化'];
}

/** Each change with who made it, when, and what it changed, newest first. */
function Editions({ name }: { name: string }) {
  const query = useQuery({
    queryKey: ['facts', 'editions', name],
    queryFn: ({ signal }) => api.get('/api/match/facts/{name}/editions', { path: { name }, signal }),
  });
  return (
    <section aria-label="修改记录">
      <h3 className={pageCss.part}>修改记录</h3>
      <Loaded query={query} compact>
        {(editions) => (
          <Timeline
            steps={editions.map((one, index) => ({
              key: String(one.edition),
              label: `第 ${one.edition} 版`,
              tone: 'done',
              at: one.changedBy && one.changedAt,
              actor: one.changedBy ?? '系统自带',
              note: (
                <ul>
                  {changesOf(one, editions[index + 1]).map((change) => (
                    <li key={change}>{change}</li>
                  ))}
                </ul>
              ),
            }))}
          />
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
      <h3 className={pageCss.part}>
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
