import { Button, Input } from 'antd';
import { useEffect, useState } from 'react';
import { useQuery } from '@tanstack/react-query';
import { api, useMe, type FactPreview } from '@/shared/api';
import { Definition, Loaded, NONE, numberText, withUnit } from '@/shared/ui';
import { pageCss } from '../../ui/page';
import type { Formula } from './model';
import css from './FormulaEditor.module.css';

const PAUSE = 500;

/** What the server says of a formula as it stands: its words and its unit, or what is wrong; with the figures of an enterprise, if one is named. */
export function usePreview(name: string | undefined, calculation: Formula | null | undefined, uscc: string) {
  const [asked, setAsked] = useState({ calculation, uscc });
  useEffect(() => {
    const timer = setTimeout(() => setAsked({ calculation, uscc }), PAUSE);
    return () => clearTimeout(timer);
  }, [calculation, uscc]);
  return useQuery({
    queryKey: ['facts', 'preview', name, asked],
    queryFn: ({ signal }) =>
      api.post('/api/match/facts/preview', {
        body: {
          name: name || undefined,
          calculation: asked.calculation as never,
          uscc: asked.uscc || undefined,
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
  onTry: (uscc: string) => void;
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
            onSearch={onTry}
          />
          <p className={pageCss.note}>用一家企业已填的数据试算，不保存，不使用涉税数据。</p>
        </>
      )}
    </section>
  );
}

function Trial({ trial, unit }: { trial: NonNullable<FactPreview['trial']>; unit?: string | undefined }) {
  if (trial.withheld) return <p>所用指标只有企业本人可以查看，不能试算。</p>;
  return (
    <Definition
      columns={1}
      items={[
        { label: '试算企业', value: trial.enterpriseName },
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
