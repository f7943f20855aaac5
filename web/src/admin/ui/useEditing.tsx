import { useQueryClient } from '@tanstack/react-query';
import { App, Form } from 'antd';
import { useEffect, useState } from 'react';
import { useNavigate } from 'react-router';
import { LeaveGuard, optionalMark, useErrorSummary, useProblems } from '@/shared/ui/antd';
import { pageCss } from './page';
import { isConflict, useWritingConflict } from './useConflict';

/**
 * A form that is a page of its own: what was typed is not left by mistake, two who write at once are told of each other, and what
 * is saved is shown where it is read.
 *
 * @param what it is called, as in "这个标签"
 * @param about first word of the keys of all queries about it
 * @param page below which it is shown by its id
 * @param part of the request that holds the fields
 */
export function useEditing<Values>(what: string, about: string, page: string, part: string) {
  const navigate = useNavigate();
  const queries = useQueryClient();
  const problems = useProblems();
  const { message } = App.useApp();
  const [form] = Form.useForm<Values>();
  const { summary, formProps } = useErrorSummary(form);
  const [dirty, setDirty] = useState(false);
  const [saved, setSaved] = useState<string>();
  // Only once the guard knows that nothing is left to be lost.
  useEffect(() => {
    if (saved) void navigate(`${page}/${saved}`, { replace: true });
  }, [saved, page, navigate]);
  const conflict = useWritingConflict(what, [[about]]);
  return {
    form,
    dirty,
    changed: () => setDirty(true),
    onSaved: (id: string) => {
      void message.success('已保存');
      void queries.invalidateQueries({ queryKey: [about] });
      setSaved(id);
    },
    onError: (error: Error) => {
      setDirty(true);
      if (isConflict(error)) return void conflict(error);
      problems(error, form as never, (field) =>
        field.startsWith(`${part}.`) ? field.slice(part.length + 1) : field,
      );
    },
    /** All of the form but what it begins with. */
    formProps: (save: (values: Values) => void) => ({
      form,
      layout: 'vertical' as const,
      requiredMark: optionalMark,
      className: pageCss.page,
      ...formProps,
      onValuesChange: () => setDirty(true),
      onFinish: (values: Values) => {
        setDirty(false);
        save(values);
      },
    }),
    guard: <LeaveGuard when={dirty} text="修改还没有保存" kept="离开后这些修改会丢失。" />,
    summary,
  };
}
