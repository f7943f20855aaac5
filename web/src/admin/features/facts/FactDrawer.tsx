import { useQuery } from '@tanstack/react-query';
import type { ReactNode } from 'react';
import { Link } from 'react-router';
import { api, useMe } from '@/shared/api';
import { label } from '@/shared/i18n';
import { Definition, Loaded } from '@/shared/ui';
import { InfoDrawer } from '../../ui/InfoDrawer';

interface Named {
  code: string;
  name: string;
}

/** One fact: how it is defined, what it rests on, and where it counts. */
export function FactDrawer({
  of,
  onClose,
}: {
  of: { name: string; label: string } | undefined;
  onClose: () => void;
}) {
  const { can } = useMe();
  const name = of?.name ?? '';
  const query = useQuery({
    queryKey: ['facts', 'one', name],
    queryFn: ({ signal }) => api.get('/api/match/facts/{name}', { path: { name }, signal }),
    enabled: !!of,
  });
  return (
    <InfoDrawer open={!!of} title={of?.label} onClose={onClose} width={640}>
      <Loaded query={query} compact>
        {({ fact, inputs, derived, policies, products, tags }) => (
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
                ...(fact.formula ? [{ label: '计算公式', value: formulaOf(fact.formula, inputs) }] : []),
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
          </>
        )}
      </Loaded>
    </InfoDrawer>
  );
}

/** The facts of a formula by the names that people know them by. */
function formulaOf(formula: string, inputs: Named[]): string {
  return inputs.reduce(
    (text, input) => text.replace(new RegExp(`\\b${input.code}\\b`, 'g'), input.name),
    formula,
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
