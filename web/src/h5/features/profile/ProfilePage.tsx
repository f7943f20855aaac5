import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import { Button, Checkbox, Dialog, Input, Popup, Radio, Space, Toast } from 'antd-mobile';
import { useState } from 'react';
import { useSearchParams } from 'react-router';
import { api, isProblem, problemText, type Fact, type Profile } from '@/shared/api';
import { label } from '@/shared/i18n';
import { dateText, Icon, Loaded, Skeleton, thisYear } from '@/shared/ui';
import { useProblems } from '@/shared/ui/mobile';
import { Body, Section } from '../../ui';
import { asTyped, factText, parseTyped } from './facts';
import css from './ProfilePage.module.css';

const PROFILE = ['profile'];

export default function ProfilePage() {
  const [params, setParams] = useSearchParams();
  const query = useQuery({
    queryKey: PROFILE,
    queryFn: ({ signal }) => api.get<Profile>('/api/match/my/profile', { signal }),
  });
  const wanted = params.get('fact');
  const open = (name?: string) => setParams(name ? { fact: name } : {}, { replace: true });
  return (
    <Body>
      <Loaded query={query} skeleton={<Skeleton lines={14} />}>
        {(profile) => {
          const fact = profile.groups
            .flatMap((group) => group.facts)
            .find((one) => one.name === wanted && one.editable);
          return (
            <>
              <Section title={profile.enterpriseName}>
                <p>
                  数据完整度 <b className="zq-num">{Math.round(profile.completeness)}%</b>
                  {profile.size && `，企业规模：${profile.size}`}
                </p>
              </Section>
              <Tax profile={profile} />
              {profile.groups.map((group) => (
                <Section key={group.name} title={group.name} flush>
                  {group.facts.map((one) => (
                    <FactRow key={one.name} fact={one} onOpen={() => open(one.name)} />
                  ))}
                </Section>
              ))}
              <Popup
                visible={!!fact}
                onMaskClick={() => open()}
                bodyClassName={css.popup}
                destroyOnClose
                closeOnMaskClick
              >
                {fact && <Editor key={fact.name} fact={fact} onClose={() => open()} />}
              </Popup>
            </>
          );
        }}
      </Loaded>
    </Body>
  );
}

function FactRow({ fact, onOpen }: { fact: Fact; onOpen: () => void }) {
  const inner = (
    <>
      <span className={css.name}>
        {fact.label}
        <small>
          {fact.source && label('factSource', fact.source)}
          {fact.asOf && ` · ${dateText(fact.asOf)}`}
        </small>
      </span>
      <span className={css.value}>{factText(fact)}</span>
    </>
  );
  return fact.editable ? (
    <button type="button" className={css.fact} onClick={onOpen}>
      {inner}
      <Icon name="edit" size={16} />
    </button>
  ) : (
    <div className={css.fact}>{inner}</div>
  );
}

function Editor({ fact, onClose }: { fact: Fact; onClose: () => void }) {
  const queries = useQueryClient();
  const problems = useProblems();
  const [typed, setTyped] = useState(asTyped(fact));
  const [error, setError] = useState<string>();
  const save = useMutation({
    mutationFn: (value: unknown) =>
      api.put<Profile>('/api/match/my/profile/facts', { facts: { [fact.name]: value } }),
    onSuccess: (profile) => {
      queries.setQueryData(PROFILE, profile);
      Toast.show('已保存，重新匹配后生效');
      onClose();
    },
    onError: (cause) => {
      if (isProblem(cause) && cause.fields.length) setError(cause.fields[0]!.message);
      else if (isProblem(cause) && cause.status < 500) setError(problemText(cause));
      else problems(cause);
    },
  });
  const submit = () => {
    const parsed = parseTyped(fact, typed);
    if ('error' in parsed) setError(parsed.error);
    else save.mutate(parsed.value);
  };
  const set = (index: number, text: string) => {
    setError(undefined);
    setTyped(typed.map((one, at) => (at === index ? text : one)));
  };
  return (
    <form
      onSubmit={(event) => {
        event.preventDefault();
        submit();
      }}
    >
      <h2>
        {fact.label}
        {fact.unit && `（${fact.unit}）`}
      </h2>
      {fact.hint && <p className={css.hint}>{fact.hint}</p>}
      {fact.kind === 'YEARS' ? (
        [0, 1, 2].map((year) => (
          <label key={year} className={css.input}>
            {thisYear() - 1 - year} 年
            <Input
              inputMode="decimal"
              placeholder="不清楚可留空"
              value={typed[year]}
              onChange={(text) => set(year, text)}
            />
          </label>
        ))
      ) : fact.kind === 'BOOLEAN' ? (
        <Radio.Group value={typed[0]} onChange={(value) => set(0, String(value))}>
          <Space direction="vertical">
            <Radio value="true">是</Radio>
            <Radio value="false">否</Radio>
            <Radio value="">不清楚</Radio>
          </Space>
        </Radio.Group>
      ) : fact.kind === 'CHOICE' ? (
        <Radio.Group value={typed[0]} onChange={(value) => set(0, String(value))}>
          <Space direction="vertical">
            {(fact.choices ?? []).map((choice) => (
              <Radio key={choice} value={choice}>
                {choice}
              </Radio>
            ))}
            <Radio value="">不清楚</Radio>
          </Space>
        </Radio.Group>
      ) : fact.kind === 'MULTI_CHOICE' ? (
        <Checkbox.Group value={typed} onChange={(values) => setTyped(values.map(String))}>
          <Space direction="vertical">
            {(fact.choices ?? []).map((choice) => (
              <Checkbox key={choice} value={choice}>
                {choice}
              </Checkbox>
            ))}
          </Space>
        </Checkbox.Group>
      ) : (
        <label className={css.input}>
          <span className={css.hidden}>{fact.label}</span>
          <Input
            type={fact.kind === 'DATE' ? 'date' : 'text'}
            inputMode={fact.kind === 'INTEGER' ? 'numeric' : fact.kind === 'NUMBER' ? 'decimal' : undefined}
            placeholder="不清楚可留空"
            value={typed[0]}
            onChange={(text) => set(0, text)}
          />
        </label>
      )}
      {error && (
        <p className={css.error} role="alert">
          {error}
        </p>
      )}
      <div className={css.actions}>
        <Button onClick={onClose}>取消</Button>
        <Button type="submit" color="primary" loading={save.isPending}>
          保存
        </Button>
      </div>
    </form>
  );
}

function Tax({ profile }: { profile: Profile }) {
  const queries = useQueryClient();
  const problems = useProblems();
  const { granted, at } = profile.taxAuthorization;
  const change = useMutation({
    mutationFn: () =>
      granted
        ? api.delete<Profile>('/api/match/my/tax-authorization')
        : api.post<Profile>('/api/match/my/tax-authorization', {
            agreed: true,
            purpose: '用于政策与贷款产品匹配',
          }),
    onSuccess: () => void queries.invalidateQueries({ queryKey: PROFILE }),
    onError: (error) => problems(error),
  });
  const ask = async () => {
    const sure = await Dialog.confirm(
      granted
        ? {
            title: '收回税务数据授权？',
            content: '已取得的税务数据将不再用于匹配。',
            confirmText: '收回授权',
          }
        : {
            title: '授权查询税务数据',
            content:
              '同意平台为政策与贷款产品匹配查询本企业纳税信用、纳税和开票数据。当前接入的是模拟数据源。',
            confirmText: '同意授权',
          },
    );
    if (sure) await change.mutateAsync().catch(() => undefined);
  };
  return (
    <Section title="税务数据授权（模拟数据源）">
      <p>{granted ? `已于 ${dateText(at)} 授权` : '授权后自动取得涉税数据，不必自己填写'}</p>
      <Button
        size="small"
        color={granted ? 'default' : 'primary'}
        loading={change.isPending}
        onClick={() => void ask()}
      >
        {granted ? '收回授权' : '去授权'}
      </Button>
    </Section>
  );
}
