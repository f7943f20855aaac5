import { useQuery } from '@tanstack/react-query';
import { Button, Drawer, Form, Input, Select } from 'antd';
import { useState } from 'react';
import { api, type CaseOutcome, type GoldenCase, type MatchOutcome } from '@/shared/api';
import { label } from '@/shared/i18n';
import { Icon, StatusTag } from '@/shared/ui';
import { MainButton } from '@/shared/ui/antd';
import css from './Cases.module.css';
import type { KnownFact } from './criteria/codes';
import { FactValue } from './FactValue';

const OUTCOMES: MatchOutcome[] = ['ELIGIBLE', 'NEARLY', 'UNKNOWN', 'INELIGIBLE'];

/** 核验案例: enterprises of whom it is known how they have to come out; none may come out otherwise when the edition is published. */
export function Cases({
  cases,
  facts,
  outcomes,
  readOnly,
  onChange,
}: {
  cases: GoldenCase[];
  facts: KnownFact[];
  /** Of those with a name, in their order; absent while the conditions have faults. */
  outcomes: CaseOutcome[] | undefined;
  readOnly: boolean;
  onChange: (cases: GoldenCase[]) => void;
}) {
  const [editing, setEditing] = useState<number>();
  const outcomeOf = (one: GoldenCase) => outcomes?.find((outcome) => outcome.name === one.name);
  return (
    <section className={css.cases} aria-label="核验案例">
      <p className={css.intro}>
        {readOnly
          ? cases.length > 0
            ? '发布前用这些企业的数据核对过条件，结果都须与预期相同。'
            : '这一版没有设核验案例。'
          : '写下几家企业的数据和应有的结果，修改条件后立即核对。有申报条件的，至少写一家可享的和一家不能享受的；有一个案例的结果与预期不同，就不能提交审核，也不能发布。'}
      </p>
      {cases.length > 0 && (
        <ul className={css.list}>
          {cases.map((one, index) => (
            <Row
              key={index}
              one={one}
              outcome={outcomeOf(one)}
              readOnly={readOnly}
              onOpen={() => setEditing(index)}
              onRemove={() => onChange(cases.filter((_, i) => i !== index))}
            />
          ))}
        </ul>
      )}
      {!readOnly && (
        <div>
          <Button onClick={() => setEditing(cases.length)}>
            <Icon name="plus" size={16} /> 添加案例
          </Button>
        </div>
      )}
      {editing !== undefined && (
        <CaseDrawer
          one={cases[editing] ?? { name: '', facts: {}, expected: 'ELIGIBLE' }}
          taken={cases.filter((_, i) => i !== editing).map((other) => other.name)}
          facts={facts}
          readOnly={readOnly}
          onClose={() => setEditing(undefined)}
          onDone={(one) => {
            onChange(
              editing < cases.length ? cases.map((old, i) => (i === editing ? one : old)) : [...cases, one],
            );
            setEditing(undefined);
          }}
        />
      )}
    </section>
  );
}

function Row({
  one,
  outcome,
  readOnly,
  onOpen,
  onRemove,
}: {
  one: GoldenCase;
  outcome: CaseOutcome | undefined;
  readOnly: boolean;
  onOpen: () => void;
  onRemove: () => void;
}) {
  const right = outcome && outcome.outcome === one.expected && !outcome.problems.length;
  return (
    <li data-wrong={outcome ? !right : undefined}>
      <div>
        <b>{one.name}</b>
        <span className={css.quiet}>{Object.keys(one.facts).length} 项数据</span>
      </div>
      <p>
        预期 <StatusTag of="matchOutcome" value={one.expected} />
        {outcome ? (
          <>
            {' '}
            实际 <StatusTag of="matchOutcome" value={outcome.outcome} />{' '}
            <span className={right ? css.right : css.wrong}>{right ? '通过' : '未通过'}</span>
          </>
        ) : (
          <span className={css.quiet}>（条件改好后核对）</span>
        )}
      </p>
      {outcome?.problems.map((problem) => (
        <p key={problem} className={css.wrong}>
          {problem}
        </p>
      ))}
      <div>
        <Button size="small" aria-label={`${readOnly ? '查看' : '修改'}案例 ${one.name}`} onClick={onOpen}>
          {readOnly ? '查看' : '修改'}
        </Button>
        {!readOnly && (
          <Button size="small" danger aria-label={`删除案例 ${one.name}`} onClick={onRemove}>
            删除
          </Button>
        )}
      </div>
    </li>
  );
}

function CaseDrawer({
  one,
  taken,
  facts,
  readOnly,
  onClose,
  onDone,
}: {
  one: GoldenCase;
  taken: string[];
  facts: KnownFact[];
  readOnly: boolean;
  onClose: () => void;
  onDone: (one: GoldenCase) => void;
}) {
  const [draft, setDraft] = useState(one);
  const [missing, setMissing] = useState<string>();
  const demo = useQuery({
    queryKey: ['policy-demo-profiles'],
    queryFn: ({ signal }) => api.get('/api/policy/manage/demo-profiles', { query: {}, signal }),
    staleTime: Infinity,
    enabled: !readOnly,
  });
  const given = Object.keys(draft.facts);
  const set = (name: string, value: unknown) =>
    setDraft((before) => ({ ...before, facts: { ...before.facts, [name]: value } }));
  const done = () => {
    const name = draft.name.trim();
    if (!name) return setMissing('请填写案例名称');
    if (taken.includes(name)) return setMissing('已有同名的案例');
    // A fact that was added and left empty says nothing.
    const known = Object.fromEntries(Object.entries(draft.facts).filter(([, value]) => value !== undefined));
    onDone({ ...draft, name, facts: known });
  };
  return (
    <Drawer
      open
      title={one.name || '添加案例'}
      size={Math.min(640, globalThis.innerWidth)}
      onClose={onClose}
      footer={
        !readOnly && (
          <div className={css.foot}>
            <Button onClick={onClose}>取消</Button>
            <MainButton onClick={done}>完成</MainButton>
          </div>
        )
      }
    >
      <Form layout="vertical" component="div" disabled={readOnly}>
        <Form.Item
          label="案例名称"
          htmlFor="case-name"
          validateStatus={missing ? 'error' : undefined}
          help={missing}
        >
          <Input
            id="case-name"
            maxLength={60}
            value={draft.name}
            onChange={(event) => {
              setDraft({ ...draft, name: event.target.value });
              setMissing(undefined);
            }}
          />
        </Form.Item>
        <Form.Item label="预期结果" htmlFor="case-expected">
          <Select
            id="case-expected"
            value={draft.expected}
            options={OUTCOMES.map((value) => ({ value, label: label('matchOutcome', value) }))}
            onChange={(expected) => setDraft({ ...draft, expected })}
          />
        </Form.Item>
        {!readOnly && !!demo.data?.length && (
          <Form.Item label="取自演示企业" htmlFor="case-demo" extra="用它的数据替换下面的数据，再按需修改">
            <Select
              id="case-demo"
              showSearch={{ optionFilterProp: 'label' }}
              value={null}
              placeholder="选择一家演示企业"
              options={demo.data.map((profile) => ({ value: profile.name, label: profile.name }))}
              onChange={(name: string | null) => {
                const profile = demo.data.find((other) => other.name === name);
                if (profile) setDraft({ ...draft, name: draft.name || profile.name, facts: profile.facts });
              }}
            />
          </Form.Item>
        )}
        <h2 className={css.part}>企业数据</h2>
        <p className={css.quiet}>没有填写的数据按“未知”处理。</p>
        {given.map((name) => {
          const fact = facts.find((other) => other.name === name);
          return (
            <div key={name} className={css.fact}>
              <Form.Item
                label={fact ? (fact.unit ? `${fact.label}（${fact.unit}）` : fact.label) : name}
                htmlFor={`case-${name}`}
                extra={fact?.derived && '一般由其他数据计算；在这里填写的，按填写的核对'}
              >
                {fact ? (
                  <FactValue
                    id={`case-${name}`}
                    fact={fact}
                    value={draft.facts[name]}
                    disabled={readOnly}
                    onChange={(value) => set(name, value)}
                  />
                ) : (
                  <Input id={`case-${name}`} value={JSON.stringify(draft.facts[name])} disabled />
                )}
              </Form.Item>
              {!readOnly && (
                <Button
                  size="small"
                  aria-label={`去掉 ${fact?.label ?? name}`}
                  onClick={() => {
                    const rest = Object.entries(draft.facts).filter(([other]) => other !== name);
                    setDraft({ ...draft, facts: Object.fromEntries(rest) });
                  }}
                >
                  去掉
                </Button>
              )}
            </div>
          );
        })}
        {!readOnly && (
          <Form.Item label="添加一项数据" htmlFor="case-add">
            <Select
              id="case-add"
              showSearch={{ optionFilterProp: 'label' }}
              value={null}
              placeholder="输入名称查找"
              options={facts
                .filter((fact) => !given.includes(fact.name))
                .map((fact) => ({ value: fact.name, label: fact.label }))}
              onChange={(name: string | null) => name && set(name, undefined)}
            />
          </Form.Item>
        )}
      </Form>
    </Drawer>
  );
}
