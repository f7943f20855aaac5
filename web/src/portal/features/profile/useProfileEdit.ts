import { useMutation, useQueryClient } from '@tanstack/react-query';
import { App, type FormInstance } from 'antd';
import { useRef, useState, type RefObject } from 'react';
import { flushSync } from 'react-dom';
import { useNavigate } from 'react-router';
import { api, isProblem, type Fact, type Profile } from '@/shared/api';
import { PROFILE, same, savedSince, useFreshProfile, valuesIn, type FactValues } from '@/shared/match';
import { useDraft } from '@/shared/ui';
import { useProblems } from '@/shared/ui/antd';
import { changes, editable, fieldsOf, type Values } from './values';

/** What was typed and not saved, with what was stored when it was typed. */
interface Kept {
  typed: FactValues;
  base: FactValues;
}

/**
 * The life of an open form: its draft, its saving, and what others save meanwhile. `news` is where the last is told; it gets the
 * focus when there is more to tell. `refused` is told which fields the server has refused.
 */
export function useProfileEdit(
  profile: Profile,
  form: FormInstance<Values>,
  news: RefObject<HTMLElement | null>,
  refused: (fields: { name: unknown; errors: string[] }[]) => void,
) {
  const navigate = useNavigate();
  const queries = useQueryClient();
  const fresh = useFreshProfile();
  const problems = useProblems();
  const { message } = App.useApp();
  const draft = useDraft<Kept>(`profile.${profile.enterpriseId}`);
  const [dirty, setDirty] = useState(false);
  // Two clicks come before the first of them shows in a state.
  const sending = useRef(false);
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
  const stored = fieldsOf(facts);
  const initial = {
    ...stored,
    ...fieldsOf(
      facts.filter((fact) => fact.name in typed).map((fact) => ({ ...fact, value: typed[fact.name] })),
    ),
  };

  const save = useMutation({
    mutationFn: (changed: FactValues) =>
      api.put('/api/match/my/profile/facts', { body: { facts: changed, version: base.version } }),
    onSuccess: (next) => {
      draft.clear();
      setDirty(false);
      queries.setQueryData(PROFILE, next);
      void queries.invalidateQueries({ queryKey: ['match'] });
      void message.success('已保存，智能匹配会按新数据更新');
      // After the guard has heard that nothing is unsaved any more.
      setTimeout(() => void navigate('/center/profile'), 0);
    },
    onError: async (error) => {
      sending.current = false;
      if (!isProblem(error, 'VERSION_CONFLICT')) {
        problems(error, form as FormInstance);
        const wrong = form.getFieldsError().filter((field) => field.errors.length > 0);
        if (wrong.length) refused(wrong);
        return;
      }
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

  const keep = (from: Fact[] = facts) => {
    const changed = changes(from, form.getFieldsValue());
    const names = Object.keys(changed);
    setDirty(names.length > 0);
    if (names.length)
      draft.save({ typed: changed, base: valuesIn(from.filter((fact) => fact.name in changed)) });
    else draft.clear();
  };

  const giveUp = () => {
    draft.clear();
    form.setFieldsValue(stored);
    setDirty(false);
    setRestored(false);
    setElsewhere([]);
  };

  const finish = () => {
    if (sending.current) return;
    const changed = changes(facts, form.getFieldsValue());
    if (Object.keys(changed).length) {
      sending.current = true;
      save.mutate(changed);
    } else void message.info('没有改动');
  };

  return {
    groups,
    facts,
    initial,
    /** Labels of what was typed before and stands in the form unsaved. */
    restored: restored ? facts.filter((fact) => fact.name in typed).map((fact) => fact.label) : [],
    elsewhere,
    dirty,
    /** To be asked before one leaves. */
    unsaved: dirty && !save.isSuccess,
    saving: save.isPending,
    keep: () => keep(),
    giveUp,
    finish,
  };
}
