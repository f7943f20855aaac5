import { useMutation, useQueryClient } from '@tanstack/react-query';
import {
  App,
  Button,
  Checkbox,
  DatePicker,
  Form,
  Input,
  InputNumber,
  Radio,
  Select,
  type FormInstance,
} from 'antd';
import dayjs, { type Dayjs } from 'dayjs';
import { useEffect, useState } from 'react';
import { useNavigate, useSearchParams } from 'react-router';
import { api, type Fact, type FactValue, type Profile } from '@/shared/api';
import { Loaded, Skeleton, thisYear, useDraft } from '@/shared/ui';
import { LeaveGuard, useProblems } from '@/shared/ui/antd';
import { ButtonLink, Notice } from '../../ui';
import { CenterHead, Panel, Stack } from '../../ui/Panel';
import css from './ProfileEditPage.module.css';
import { useProfile } from './ProfilePage';

export default function ProfileEditPage() {
  const query = useProfile();
  return (
    <>
      <CenterHead
        title="填写企业画像"
        intro="不清楚的可以留空：留空按“待补充”处理，不会当作“没有”。"
        actions={
          <ButtonLink look="plain" small to="/center/profile">
            返回企业画像
          </ButtonLink>
        }
      />
      <Loaded query={query} skeleton={<Skeleton lines={12} />}>
        {(profile) => <Editor profile={profile} />}
      </Loaded>
    </>
  );
}

type Values = Record<string, unknown>;

function Editor({ profile }: { profile: Profile }) {
  const [form] = Form.useForm<Values>();
  const [params] = useSearchParams();
  const navigate = useNavigate();
  const queries = useQueryClient();
  const problems = useProblems();
  const { message } = App.useApp();
  const draft = useDraft<Record<string, FactValue>>(`profile.${profile.enterpriseId}`);
  const [dirty, setDirty] = useState(false);
  const [restored, setRestored] = useState(!!draft.found);
  const groups = profile.groups
    .map((group) => ({ ...group, facts: group.facts.filter((fact) => fact.editable) }))
    .filter((group) => group.facts.length);
  const facts = groups.flatMap((group) => group.facts);
  const stored = Object.fromEntries(facts.map((fact) => [fact.name, toField(fact, fact.value)]));
  const initial = {
    ...stored,
    ...Object.fromEntries(
      facts
        .filter((fact) => draft.found && fact.name in draft.found)
        .map((fact) => [fact.name, toField(fact, draft.found![fact.name]!)]),
    ),
  };
  const wanted = params.get('fact');

  useEffect(() => {
    if (wanted) form.scrollToField(wanted, { behavior: 'instant', block: 'center', focus: true });
  }, [wanted, form]);

  const save = useMutation({
    mutationFn: (changed: Record<string, FactValue>) =>
      api.put<Profile>('/api/match/my/profile/facts', { facts: changed }),
    onSuccess: (next) => {
      draft.clear();
      setDirty(false);
      queries.setQueryData(['profile'], next);
      void queries.invalidateQueries({ queryKey: ['match'] });
      void message.success('已保存，重新匹配后生效');
      // After the guard has heard that nothing is unsaved any more.
      setTimeout(() => void navigate('/center/profile'), 0);
    },
    onError: (error) => problems(error, form as FormInstance),
  });

  const finish = () => {
    const changed = changes(facts, form.getFieldsValue());
    if (Object.keys(changed).length) save.mutate(changed);
    else void message.info('没有改动');
  };

  return (
    <Form<Values>
      form={form}
      layout="vertical"
      requiredMark={false}
      initialValues={initial}
      scrollToFirstError={{ focus: true, block: 'center' }}
      onValuesChange={() => {
        setDirty(true);
        draft.save(changes(facts, form.getFieldsValue()));
      }}
      onFinish={finish}
    >
      <LeaveGuard when={dirty && !save.isSuccess} />
      <Stack>
        {restored && (
          <Notice tone="info">
            已恢复上次未保存的填写。
            <button
              type="button"
              className={css.link}
              onClick={() => {
                draft.clear();
                form.setFieldsValue(stored);
                setDirty(false);
                setRestored(false);
              }}
            >
              放弃这些改动
            </button>
          </Notice>
        )}
        {groups.map((group) => (
          <Panel key={group.name} title={group.name}>
            <div className={css.grid}>
              {group.facts.map((fact) => (
                <FactField key={fact.name} fact={fact} />
              ))}
            </div>
          </Panel>
        ))}
      </Stack>
      <div className={css.bar}>
        <p>{dirty ? '有未保存的改动' : '金额单位为万元，以最近一期数据为准'}</p>
        <Button onClick={() => void navigate('/center/profile')}>取消</Button>
        <Button type="primary" htmlType="submit" loading={save.isPending}>
          保存
        </Button>
      </div>
    </Form>
  );
}

/** Only what differs from the server's values is sent, so two people do not overwrite each other's fields. */
export function changes(facts: Fact[], values: Values): Record<string, FactValue> {
  const changed: Record<string, FactValue> = {};
  for (const fact of facts) {
    const next = fromField(fact, values[fact.name]);
    if (JSON.stringify(next) !== JSON.stringify(fact.value ?? null)) changed[fact.name] = next;
  }
  return changed;
}

function toField(fact: Fact, value: FactValue | undefined): unknown {
  if (value === null || value === undefined) return fact.kind === 'YEARS' ? [null, null, null] : undefined;
  if (fact.kind === 'DATE') return dayjs(value as string);
  if (fact.kind === 'YEARS') return [0, 1, 2].map((year) => (value as (number | null)[])[year] ?? null);
  return value;
}

function fromField(fact: Fact, value: unknown): FactValue {
  if (value === undefined || value === null || value === '') return null;
  if (fact.kind === 'DATE') return (value as Dayjs).format('YYYY-MM-DD');
  if (fact.kind === 'YEARS') {
    const years = value as (number | null | undefined)[];
    const last = years.findLastIndex((one) => one !== null && one !== undefined);
    return last < 0 ? null : years.slice(0, last + 1).map((one) => one ?? null);
  }
  return value as FactValue;
}

function FactField({ fact }: { fact: Fact }) {
  const name = fact.label + (fact.unit && fact.kind !== 'YEARS' ? `（${fact.unit}）` : '');
  if (fact.kind === 'YEARS') return <Years fact={fact} />;
  return (
    <Form.Item
      name={fact.name}
      label={name}
      extra={fact.hint}
      rules={rules(fact)}
      className={fact.kind === 'MULTI_CHOICE' ? css.wide : undefined}
    >
      {control(fact)}
    </Form.Item>
  );
}

function control(fact: Fact) {
  switch (fact.kind) {
    case 'INTEGER':
    case 'NUMBER':
      return (
        <InputNumber
          style={{ width: '100%' }}
          controls={false}
          precision={fact.kind === 'INTEGER' ? 0 : undefined}
          inputMode={fact.kind === 'INTEGER' ? 'numeric' : 'decimal'}
          placeholder="未填写"
        />
      );
    case 'BOOLEAN':
      return (
        <Radio.Group>
          <Radio value={true}>是</Radio>
          <Radio value={false}>否</Radio>
          <Radio value={undefined}>不清楚</Radio>
        </Radio.Group>
      );
    case 'DATE':
      return <DatePicker style={{ width: '100%' }} />;
    case 'CHOICE':
      return (
        <Select
          allowClear
          placeholder="未填写"
          options={(fact.choices ?? []).map((value) => ({ value, label: value }))}
        />
      );
    case 'MULTI_CHOICE':
      return <MultiChoice choices={fact.choices ?? []} />;
    default:
      return <Input allowClear placeholder="未填写" maxLength={100} />;
  }
}

function rules(fact: Fact) {
  if (fact.kind !== 'INTEGER' && fact.kind !== 'NUMBER') return [];
  return [
    {
      validator: (_rule: unknown, value: number | null | undefined) => {
        const text = outOfRange(fact, value);
        return text ? Promise.reject(new Error(text)) : Promise.resolve();
      },
    },
  ];
}

export function outOfRange(
  fact: Pick<Fact, 'label' | 'unit' | 'min' | 'max'>,
  value: number | null | undefined,
): string | undefined {
  if (value === null || value === undefined) return undefined;
  const unit = fact.unit ? ` ${fact.unit}` : '';
  if (fact.min !== undefined && value < fact.min) return `${fact.label}不能小于 ${fact.min}${unit}`;
  if (fact.max !== undefined && value > fact.max) return `${fact.label}不能大于 ${fact.max}${unit}`;
  return undefined;
}

/** Three years, newest first; the newest is the last full calendar year. */
function Years({ fact }: { fact: Fact }) {
  const last = thisYear() - 1;
  return (
    <fieldset className={css.years}>
      <legend>
        {fact.label}
        {fact.unit && `（${fact.unit}）`}
      </legend>
      <div>
        {[0, 1, 2].map((year) => (
          <Form.Item
            key={year}
            name={[fact.name, year]}
            label={`${last - year} 年`}
            rules={[
              {
                validator: (_rule, value: number | null) => {
                  const text = outOfRange(fact, value);
                  return text ? Promise.reject(new Error(text)) : Promise.resolve();
                },
              },
            ]}
          >
            <InputNumber
              style={{ width: '100%' }}
              controls={false}
              inputMode="decimal"
              placeholder="未填写"
            />
          </Form.Item>
        ))}
      </div>
      {fact.hint && <p>{fact.hint}</p>}
    </fieldset>
  );
}

/** Nothing ticked means "not known"; "none of these" is an answer of its own. */
export function MultiChoice({
  choices,
  value,
  onChange,
  id,
}: {
  choices: string[];
  value?: string[] | null;
  onChange?: (value: string[] | undefined) => void;
  id?: string;
}) {
  return (
    <div className={css.choices} id={id} role="group" tabIndex={-1}>
      {choices.map((choice) => (
        <Checkbox
          key={choice}
          checked={value?.includes(choice) ?? false}
          onChange={(event) => {
            const next = event.target.checked
              ? [...(value ?? []), choice]
              : (value ?? []).filter((one) => one !== choice);
            onChange?.(next.length ? next : undefined);
          }}
        >
          {choice}
        </Checkbox>
      ))}
      <Checkbox
        checked={value?.length === 0}
        onChange={(event) => onChange?.(event.target.checked ? [] : undefined)}
      >
        以上都没有
      </Checkbox>
    </div>
  );
}
