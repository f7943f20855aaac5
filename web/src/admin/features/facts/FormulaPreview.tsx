import { Button, Input, Select } from 'antd';
import { useEffect, useState } from 'react';
import { keepPreviousData, useQuery } from '@tanstack/react-query';
import { api, useMe, type FactPreview, type GoldenCase } from '@/shared/api';
import { Definition, Loaded, NONE, numberText, withUnit } from '@/shared/ui';
import { pageCss } from '../../ui/page';
import type { Formula } from './model';
import css from './FormulaEditor.module.css';

const PAUSE = 500;

/** For whom a formula is computed: an enterprise by its code, or a case of a policy. */
export type Tried = { uscc?: string } | { profile: Pick<GoldenCase, 'name' | 'facts'> };

/** What the server says of a formula as it stands: its words and its unit, or what is wrong; with the figures of an enterprise or a case, if one is named. */
export function usePreview(name: string | undefined, calculation: Formula | null | undefined, tried: Tried) {
  const [asked, setAsked] = useState({ calculation, tried });
  useEffect(() => {
    const timer = setTimeout(() => setAsked({ calculation, tried }), PAUSE);
    return () => clearTimeout(timer);
  }, [calculation, tried]);
  return useQuery({
    queryKey: ['facts', 'preview', name, asked],
    queryFn: ({ signal }) =>
      api.post('/api/match/facts/preview', {
        body: {
          name: name || undefined,
          calculation: asked.calculation as never,
          ...asked.tried,
        },
        signal,
      }),
    enabled: !!asked.calculation,
    retry: false,
  });
}

/** The words of the formula and what it comes to, beside the editor. */
export function FormulaPreview({
  query,
  onTry,
}: {
  query: ReturnType<typeof usePreview>;
  onTry: (tried: Tried) => void;
}) {
  const { can } = useMe();
  const [typed, setTyped] = useState('');
  return (
    <section aria-label="公式说明">
      <Loaded query={query} compact>
        {(preview) => (
          <>
            <p aria-live="polite" className={css.words}>
              {preview.words ? `${preview.words}（${preview.unit ?? '倍数，无单位'}）` : '公式还不完整'}
            </p>
            {preview.trial && <Trial trial={preview.trial} unit={preview.unit} />}
          </>
        )}
      </Loaded>
      {can('user.enterprise.read') && (
        <>
          <Input.Search
            aria-label="试算企业的统一社会信用代码"
            placeholder="统一社会信用代码"
            maxLength={18}
            value={typed}
            onChange={({ target }) => setTyped(target.value.trim())}
            enterButton={<Button>试算</Button>}
            onSearch={(uscc) => onTry(uscc ? { uscc } : {})}
          />
          <p className={pageCss.note}>用一家企业已填的数据试算，不保存，不使用涉税数据。</p>
        </>
      )}
      {(can('policy.manage') || can('policy.review')) && <CasesOfPolicies onTry={onTry} />}
    </section>
  );
}

/** Golden cases of the policies: first whose, then which. */
function CasesOfPolicies({ onTry }: { onTry: (tried: Tried) => void }) {
  const [words, setWords] = useState('');
  const [draft, setDraft] = useState<string>();
  const drafts = useQuery({
    queryKey: ['policy-drafts', 'with-cases', words],
    queryFn: ({ signal }) =>
      api.get('/api/policy/manage/drafts', { query: { q: words || undefined, size: 20 }, signal }),
    placeholderData: keepPreviousData,
  });
  const chosen = useQuery({
    queryKey: ['policy-drafts', 'one', draft],
    queryFn: ({ signal }) => api.get('/api/policy/manage/drafts/{id}', { path: { id: draft! }, signal }),
    enabled: !!draft,
  });
  const cases = chosen.data?.cases ?? [];
  return (
    <>
      <div className={css.fields}>
        <Select
          aria-label="核验案例所属的政策"
          placeholder="政策"
          showSearch={{ filterOption: false, onSearch: (typed) => setWords(typed.trim()) }}
          value={draft}
          options={drafts.data?.items.map((one) => ({
            value: one.id,
            label: `${one.title ?? one.code}（第 ${one.edition} 版）`,
          }))}
          onChange={(id: string) => {
            setDraft(id);
            onTry({});
          }}
        />
        <Select
          aria-label="核验案例"
          placeholder={draft && chosen.data && !cases.length ? '这一版没有核验案例' : '核验案例'}
          disabled={!cases.length}
          value={null}
          options={cases.map(({ name }) => ({ value: name, label: name }))}
          onChange={(name: string | null) => {
            const one = cases.find((other) => other.name === name);
            if (one) onTry({ profile: { name: one.name, facts: one.facts } });
          }}
        />
      </div>
      <p className={pageCss.note}>也可用政策草拟中的核验案例试算。</p>
    </>
  );
}

function Trial({ trial, unit }: { trial: NonNullable<FactPreview['trial']>; unit?: string | undefined }) {
  if (trial.withheld) return <p>所用指标只有企业本人可以查看，不能试算。</p>;
  return (
    <Definition
      columns={1}
      items={[
        { label: '试算对象', value: trial.enterpriseName },
        {
          label: '试算结果',
          value:
            trial.value === undefined ? '数据不全，得不出结果' : withUnit(numberText(trial.value, 2), unit),
        },
        ...trial.given.map((one) => ({ label: one.label, value: figureText(one.value, one.unit) })),
        ...(trial.missing.length ? [{ label: '还没有的数据', value: trial.missing.join('、') }] : []),
      ]}
    />
  );
}

function figureText(value: unknown, unit: string | undefined): string {
  if (Array.isArray(value))
    return value
      .map((one) => (typeof one === 'number' ? withUnit(numberText(one, 2), unit) : NONE))
      .join('、');
  return typeof value === 'number' ? withUnit(numberText(value, 2), unit) : String(value);
}
