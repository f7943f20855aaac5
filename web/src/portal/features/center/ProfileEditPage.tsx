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
import { useEffect, useRef, useState } from 'react';
import { flushSync } from 'react-dom';
import { useNavigate, useSearchParams } from 'react-router';
import { api, isProblem, type Fact, type FactValue, type Profile } from '@/shared/api';
import {
  changesOf,
  PROFILE,
  same,
  savedSince,
  useFreshProfile,
  useProfile,
  valuesIn,
  valueText,
  type FactValues,
  yearsOf,
} from '@/shared/match';
import { Loaded, Skeleton, thisYear, unitText, useDraft, withUnit } from '@/shared/ui';
import { LeaveGuard, MainButton, useErrorSummary, useProblems } from '@/shared/ui/antd';
import { ButtonLink, Notice } from '../../ui';
import { CenterHead, Panel, Stack } from '../../ui/Panel';
import css from './ProfileEditPage.module.css';

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

/** What was typed and not saved, with what was stored when it was typed. */
interface Kept {
  typed: FactValues;
  base: FactValues;
}

function Editor({ profile }: { profile: Profile }) {
  const [form] = Form.useForm<Values>();
  const [params] = useSearchParams();
  const navigate = useNavigate();
  const queries = useQueryClient();
  const fresh = useFreshProfile();
  const problems = useProblems();
  const { message } = App.useApp();
  const draft = useDraft<Kept>(`profile.${profile.enterpriseId}`);
  const [dirty, setDirty] = useState(false);
  const typed = draft.found?.typed ?? {};
  const [restored, setRestored] = useState(Object.keys(typed).length > 0);
  // The form is held to the profile that it shows, whatever is fetched meanwhile: else a save would take back what a
  // colleague has saved since.
  const [base, setBase] = useState(profile);
  const groups = editable(base);
  const facts = groups.flatMap((group) => group.facts);
  // Names of what was saved elsewhere since the form was opened or its draft was written.
  const [elsewhere, setElsewhere] = useState(() =>
    savedSince(draft.found?.base ?? {}, facts)
      .filter(({ name, value }) => name in typed && !same(typed[name], value))
      .map((fact) => fact.name),
  );
  const news = useRef<HTMLDivElement>(null);
  const stored = fieldsOf(facts);
  const initial = {
    ...stored,
    ...fieldsOf(
      facts.filter((fact) => fact.name in typed).map((fact) => ({ ...fact, value: typed[fact.name] })),
    ),
  };
  const wanted = facts.find((fact) => fact.name === params.get('fact'));
  // A figure of several years begins with the newest.
  const wantedId = wanted && (wanted.kind === 'YEARS' ? `${wanted.name}_0` : wanted.name);
  const { summary, formProps } = useErrorSummary(form);

  useEffect(() => {
    const field = wantedId && document.getElementById(wantedId);
    if (!field) return;
    field.scrollIntoView({ behavior: 'instant', block: 'center' });
    // A group of choices cannot have the focus itself: its first choice takes it.
    const first =
      field.querySelector<HTMLElement>('input:checked') ?? field.querySelector<HTMLElement>('input');
    (first ?? field).focus({ preventScroll: true });
  }, [wantedId]);

  const save = useMutation({
    mutationFn: (changed: FactValues) =>
      api.put('/api/match/my/profile/facts', { body: { facts: changed, version: base.version } }),
    onSuccess: (next) => {
      draft.clear();
      setDirty(false);
      queries.setQueryData(PROFILE, next);
      void queries.invalidateQueries({ queryKey: ['match'] });
      void message.success('已保存，重新匹配后生效');
      // After the guard has heard that nothing is unsaved any more.
      setTimeout(() => void navigate('/center/profile'), 0);
    },
    onError: async (error) => {
      if (!isProblem(error, 'VERSION_CONFLICT')) return problems(error, form as FormInstance);
      try {
        takeOver(await fresh());
      } catch (failure) {
        problems(failure);
      }
    },
  });

  /** The form goes on from what is stored now: what was not touched here follows, what was is kept and told. */
  const takeOver = (now: Profile) => {
    const mine = changes(facts, form.getFieldsValue());
    const next = editable(now).flatMap((group) => group.facts);
    const saved = savedSince(valuesIn(facts), next);
    form.setFieldsValue(fieldsOf(saved.filter((fact) => !(fact.name in mine))));
    flushSync(() => {
      keep(next);
      setBase(now);
      setElsewhere((before) => [...new Set([...before, ...saved.map((fact) => fact.name)])]);
    });
    if (news.current) news.current.focus();
    else void message.info('企业画像刚有更新，请再次保存');
  };

  const keep = (from: Fact[]) => {
    const changed = changes(from, form.getFieldsValue());
    const names = Object.keys(changed);
    setDirty(names.length > 0);
    if (names.length)
      draft.save({ typed: changed, base: valuesIn(from.filter((fact) => fact.name in changed)) });
    else draft.clear();
  };

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
      {...formProps}
      onValuesChange={() => keep(facts)}
      onFinish={finish}
    >
      <LeaveGuard when={dirty && !save.isSuccess} />
      <Stack>
        {summary}
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
                setElsewhere([]);
              }}
            >
              放弃这些改动
            </button>
          </Notice>
        )}
        {elsewhere.length > 0 && (
          <div ref={news} tabIndex={-1} className={css.news}>
            <News form={form} facts={facts} names={elsewhere} onTaken={() => keep(facts)} />
          </div>
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
        <MainButton htmlType="submit" loading={save.isPending}>
          保存
        </MainButton>
      </div>
    </Form>
  );
}

/** What was saved elsewhere while the form was open: what the form took over, and what would be overwritten. */
function News({
  form,
  facts,
  names,
  onTaken,
}: {
  form: FormInstance<Values>;
  facts: Fact[];
  names: string[];
  onTaken: () => void;
}) {
  const values = Form.useWatch([], form) as Values | undefined;
  const mine = changes(facts, values ?? (form.getFieldsValue() as Values));
  const saved = facts.filter((fact) => names.includes(fact.name));
  const taken = saved.filter((fact) => !(fact.name in mine));
  const both = saved.filter((fact) => fact.name in mine);
  return (
    <Notice tone="wait">
      您填写期间，企业画像已在别处更新，请核对后再保存。
      {taken.length > 0 && (
        <p>已换成最新内容：{taken.map((fact) => `${fact.label} ${valueText(fact)}`).join('；')}</p>
      )}
      {both.length > 0 && (
        <>
          <p>以下内容两边都有改动，再次保存以您填写的为准：</p>
          <ul>
            {both.map((fact) => (
              <li key={fact.name}>
                {fact.label}：您填写 {valueText(fact, mine[fact.name])}，已保存的是 {valueText(fact)}{' '}
                <button
                  type="button"
                  className={css.link}
                  aria-label={`${fact.label}改用已保存的`}
                  onClick={() => {
                    form.setFieldsValue(fieldsOf([fact]));
                    onTaken();
                  }}
                >
                  改用已保存的
                </button>
              </li>
            ))}
          </ul>
        </>
      )}
    </Notice>
  );
}

const editable = (profile: Profile) =>
  profile.groups
    .map((group) => ({ ...group, facts: group.facts.filter((fact) => fact.editable) }))
    .filter((group) => group.facts.length);

/** Only what differs from what the form was opened with is sent, so two people do not overwrite each other's fields. */
export function changes(facts: Fact[], values: Values): FactValues {
  return changesOf(facts, (fact) => fromField(fact, values[fact.name]));
}

const fieldsOf = (facts: Fact[]): Values =>
  Object.fromEntries(facts.map((fact) => [fact.name, toField(fact, fact.value)]));

function toField(fact: Fact, value: FactValue | undefined): unknown {
  if (value === null || value === undefined)
    return fact.kind === 'YEARS' ? yearsOf(fact).map(() => null) : undefined;
  if (fact.kind === 'DATE') return dayjs(value as string);
  if (fact.kind === 'YEARS') return yearsOf(fact).map((year) => (value as (number | null)[])[year] ?? null);
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
  const name = fact.label + (fact.unit && fact.kind !== 'YEARS' ? `（${unitText(fact.unit)}）` : '');
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

/** "1,234,567.8" in the field, 1234567.8 in the form. */
export const thousands = {
  formatter: (value: number | string | undefined) => {
    const [whole = '', rest] = `${value ?? ''}`.split('.');
    return whole.replace(/\B(?=(\d{3})+$)/g, ',') + (rest === undefined ? '' : `.${rest}`);
  },
  parser: (text: string | undefined) => (text ?? '').replaceAll(',', '') as unknown as number,
};

function control(fact: Fact) {
  switch (fact.kind) {
    case 'INTEGER':
    case 'NUMBER':
      return (
        <InputNumber
          style={{ width: '100%' }}
          {...thousands}
          controls={false}
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
        const text = impossible(fact, value);
        return text ? Promise.reject(new Error(text)) : Promise.resolve();
      },
    },
  ];
}

/** Why a figure cannot be; one that is no whole number is refused, never rounded. */
export function impossible(
  fact: Pick<Fact, 'label' | 'unit' | 'min' | 'max' | 'kind'>,
  value: number | null | undefined,
): string | undefined {
  if (value === null || value === undefined) return undefined;
  if (fact.kind === 'INTEGER' && !Number.isInteger(value)) return `${fact.label}须填写整数`;
  const limit = (of: number) => withUnit(`${of}`, fact.unit);
  if (fact.min !== undefined && value < fact.min) return `${fact.label}不能小于 ${limit(fact.min)}`;
  if (fact.max !== undefined && value > fact.max) return `${fact.label}不能大于 ${limit(fact.max)}`;
  return undefined;
}

/** Its years, newest first; the newest is the last full calendar year. */
function Years({ fact }: { fact: Fact }) {
  const last = thisYear() - 1;
  return (
    <fieldset className={css.years}>
      <legend>
        {fact.label}
        {fact.unit && `（${fact.unit}）`}
      </legend>
      <div>
        {yearsOf(fact).map((year) => (
          <Form.Item
            key={year}
            name={[fact.name, year]}
            label={`${last - year} 年`}
            rules={[
              {
                validator: (_rule, value: number | null) => {
                  const text = impossible(fact, value);
                  return text ? Promise.reject(new Error(text)) : Promise.resolve();
                },
              },
            ]}
          >
            <InputNumber
              style={{ width: '100%' }}
              {...thousands}
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
function MultiChoice({
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
