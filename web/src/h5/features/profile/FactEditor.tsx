import { useMutation, useQueryClient } from '@tanstack/react-query';
import { Button, Checkbox, Input, Radio, Space, Toast } from 'antd-mobile';
import { useState } from 'react';
import { api, isProblem, problemText, type Fact, type FactValue, type Profile } from '@/shared/api';
import { asTyped, parseTyped, PROFILE, same, useFreshProfile, valueText, yearsOf } from '@/shared/match';
import { Icon, thisYear, useDraft } from '@/shared/ui';
import { useProblems } from '@/shared/ui/mobile';
import css from './ProfilePage.module.css';

/** What was typed and not saved, with what was stored when it was typed. */
export interface Kept {
  typed: string[];
  base?: FactValue;
}

/** Under what name it is kept; nothing is typed of what cannot be changed. */
export const draftOf = (profile: Profile, fact: Fact) =>
  fact.editable ? `m.fact.${profile.enterpriseId}.${fact.name}` : undefined;

/** The form of one fact, in a sheet over the profile. */
export function FactEditor({
  profile,
  fact: opened,
  onClose,
}: {
  profile: Profile;
  fact: Fact;
  onClose: () => void;
}) {
  const queries = useQueryClient();
  const fresh = useFreshProfile();
  const problems = useProblems();
  // What was there when the form was opened, whatever is fetched meanwhile: else a save would take back what a
  // colleague has saved since.
  const [base, setBase] = useState({ fact: opened, version: profile.version });
  const { fact } = base;
  // A tap beside the sheet, the phone's way back or the end of the session throw nothing away.
  const draft = useDraft<Kept>(draftOf(profile, fact));
  const { found } = draft;
  const [typed, setTyped] = useState(found?.typed ?? asTyped(fact));
  const [restored, setRestored] = useState(!!found);
  const [error, setError] = useState<string>();
  const [elsewhere, setElsewhere] = useState(!!found && !same(found.base, fact.value));
  const save = useMutation({
    mutationFn: (value: FactValue) =>
      api.put('/api/match/my/profile/facts', {
        body: { facts: { [fact.name]: value }, version: base.version },
      }),
    onSuccess: (saved) => {
      queries.setQueryData(PROFILE, saved);
      void queries.invalidateQueries({ queryKey: ['match'] });
      Toast.show('已保存，智能匹配会按新数据更新');
      done();
    },
    onError: async (cause, value) => {
      if (isProblem(cause, 'VERSION_CONFLICT')) {
        try {
          takeOver(await fresh(), value);
        } catch (failure) {
          problems(failure);
        }
      } else if (isProblem(cause) && cause.fields.length) setError(cause.fields[0]!.message);
      else if (isProblem(cause) && cause.status < 500) setError(problemText(cause));
      else problems(cause);
    },
  });
  /** Goes on from what is stored now: the own value is kept and the other one told. */
  const takeOver = (now: Profile, mine: FactValue) => {
    const next = now.groups.flatMap((group) => group.facts).find((one) => one.name === fact.name)!;
    setBase({ fact: next, version: now.version });
    if (same(next.value, fact.value)) setError('企业画像的其他内容刚有更新，本项没有变化，请再次保存');
    else if (same(next.value, mine)) unchanged();
    else setElsewhere(true);
  };
  const done = () => {
    draft.clear();
    onClose();
  };
  const unchanged = () => {
    Toast.show('与已保存的内容相同');
    done();
  };
  const submit = () => {
    const parsed = parseTyped(fact, typed);
    if ('error' in parsed) setError(parsed.error);
    else if (same(parsed.value, fact.value)) unchanged();
    else save.mutate(parsed.value);
  };
  const change = (next: string[]) => {
    setError(undefined);
    setRestored(false);
    setTyped(next);
    if (String(next) === String(asTyped(fact))) draft.clear();
    else draft.saveNow({ typed: next, base: fact.value });
  };
  const set = (index: number, text: string) => change(typed.map((one, at) => (at === index ? text : one)));
  return (
    <form
      className={css.editor}
      onSubmit={(event) => {
        event.preventDefault();
        submit();
      }}
    >
      {restored && !elsewhere && (
        <p className={css.hint} role="status">
          已恢复上次未保存的填写。
        </p>
      )}
      {fact.hint && <p className={css.hint}>{fact.hint}</p>}
      {fact.kind === 'YEARS' ? (
        yearsOf(fact).map((year) => (
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
        <div role="radiogroup" aria-label={fact.label}>
          <Radio.Group value={typed[0]} onChange={(value) => set(0, String(value))}>
            <Space direction="vertical">
              <Radio value="true">是</Radio>
              <Radio value="false">否</Radio>
              <Radio value="">未填写</Radio>
            </Space>
          </Radio.Group>
        </div>
      ) : fact.kind === 'CHOICE' ? (
        <div role="radiogroup" aria-label={fact.label}>
          <Radio.Group value={typed[0]} onChange={(value) => set(0, String(value))}>
            <Space direction="vertical">
              {(fact.choices ?? []).map((choice) => (
                <Radio key={choice} value={choice}>
                  {choice}
                </Radio>
              ))}
              <Radio value="">未填写</Radio>
            </Space>
          </Radio.Group>
        </div>
      ) : fact.kind === 'MULTI_CHOICE' ? (
        <div role="group" aria-label={fact.label}>
          <Checkbox.Group value={typed} onChange={(values) => change(values.map(String))}>
            <Space direction="vertical">
              {(fact.choices ?? []).map((choice) => (
                <Checkbox key={choice} value={choice}>
                  {choice}
                </Checkbox>
              ))}
            </Space>
          </Checkbox.Group>
        </div>
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
      {elsewhere && (
        <div className={css.elsewhere} role="alert">
          <p>
            您填写期间，本项已在别处改为 <b>{valueText(fact)}</b>。再次保存以您填写的为准。
          </p>
          <button
            type="button"
            onClick={() => {
              change(asTyped(fact));
              setElsewhere(false);
            }}
          >
            改用已保存的
          </button>
        </div>
      )}
      {error && (
        <p className={css.error} role="alert">
          <Icon name="warning" size={16} /> {error}
        </p>
      )}
      <div className={css.actions}>
        <Button onClick={done}>取消</Button>
        <Button type="submit" color="primary" loading={save.isPending}>
          保存
        </Button>
      </div>
    </form>
  );
}
