import { useId, useRef, useState } from 'react';
import { isProblem, type Declaration } from '../api';
import { dateTimeText } from '../ui/format';
import { Icon } from '../ui/Icon';
import { Asked } from './Asked';
import { ContactReading } from './Contact';
import css from './declare.module.css';
import { FilledForm } from './FilledForm';
import { flawsIn, flawsInContact, inOrder, together, WHY_NOT } from './form';
import { BeginsOn } from './BeginsOn';
import { FormReading } from './FormReading';
import { useAutosave, useStep, type Saving } from './queries';
import { useFilling } from './useFilling';

/** By what a draft is refused because its project takes nothing any more. */
const SHUT = ['WINDOW_CLOSED', 'QUOTA_REACHED', 'POLICY_OVER', 'POLICY_NOT_PUBLISHED'] as const;

const SAVING: Record<Exclude<Saving, 'conflict'>, string> = {
  saved: '草稿已保存',
  waiting: '正在填写…',
  saving: '正在保存草稿…',
  failed: '草稿没有保存',
};

/** A draft: filled in, saved as one goes, looked through and handed in; begun anew with what somebody else saved. */
export function Draft({ declaration, gone }: { declaration: Declaration; gone: () => void }) {
  const [theirs, setTheirs] = useState<Declaration>();
  const newest = theirs && theirs.version > declaration.version ? theirs : declaration;
  return <Filling key={theirs?.version} declaration={newest} gone={gone} onLoad={setTheirs} />;
}

function Filling({
  declaration,
  gone,
  onLoad,
}: {
  declaration: Declaration;
  gone: () => void;
  onLoad: (theirs: Declaration) => void;
}) {
  const filling = useFilling(declaration);
  const saved = useAutosave(declaration, filling.filled);
  const [checking, setChecking] = useState(false);
  const [problem, setProblem] = useState<string>();
  const top = useRef<HTMLDivElement>(null);
  const refused = (error: Error) => {
    const flaws = filling.flawsOf(error);
    setProblem(flaws.length ? undefined : error.message);
    // What closed meanwhile the page says itself, and offers nothing that is refused again.
    if (SHUT.some((code) => isProblem(error, code)))
      saved.load.mutate(undefined, {
        // A place may have come free since: then the page says nothing of it, and the answer stays.
        onSuccess: ({ window, full }) => {
          if (full || window !== 'OPEN') setProblem(undefined);
        },
      });
    if (flaws.length) {
      setChecking(false);
      filling.refuse(inOrder(flaws, declaration.form, declaration.materials));
    }
  };
  const submit = useStep(declaration.id, 'submit', { onError: refused });
  const discard = useStep(declaration.id, 'discard', { onError: refused, onSuccess: gone });
  const shutId = useId();
  const over = saved.window !== 'OPEN';
  const why = over
    ? (WHY_NOT[saved.window] ?? '该项目的申报已截止')
    : saved.full
      ? '该项目的申报名额已满'
      : undefined;
  const shut =
    why &&
    `${why}，现在不能提交${over ? '' : '；有企业撤回或被驳回时会空出名额，本页会自动更新'}。已填写的内容保留在草稿中。`;

  const check = async () => {
    setProblem(undefined);
    const { form, materials } = declaration;
    // What is wrong the service says, what is missing the page: whoever has both to mend reads it in one list.
    const failure = await saved.save();
    const flaws = together(
      [...flawsIn(form, materials, filling.answers, filling.papers), ...flawsInContact(filling.contact)],
      failure ? filling.flawsOf(failure) : filling.flawsAt(saved.wrongNow()),
    );
    if (flaws.length) return filling.refuse(inOrder(flaws, form, materials));
    if (!failure) {
      setChecking(true);
      top.current?.scrollIntoView({ block: 'start' });
    }
    return undefined;
  };
  return (
    <div className={css.page} ref={top}>
      {!checking && shut && <Shut why={shut} id={shutId} />}
      <BeginsOn on={declaration.policyBeginsOn} then={!shut && '施行前可以提前申报'} />
      {declaration.newerForm && (
        <p className={css.notice}>
          <Icon name="info" size={18} />
          该项目的申报表已更新。这份草稿仍按开始填写时的申报表办理。
        </p>
      )}
      {declaration.emptied.length > 0 && (
        <p className={css.notice} role="status">
          <Icon name="warning" size={18} />
          {declaration.emptied.map((name) => `“${name}”`).join('、')}
          原由授权用于匹配的涉税数据得出，不能用于申报，已清空，请自行填写。
        </p>
      )}
      {saved.state === 'conflict' ? (
        <Elsewhere load={saved.load} onLoad={onLoad} />
      ) : (
        <p className={css.saving} role="status">
          {SAVING[saved.state]}
          {saved.state === 'saved' && <time dateTime={saved.savedAt}> {dateTimeText(saved.savedAt)}</time>}
          {saved.state === 'failed' && saved.error && `：${saved.error.message}`}
          {saved.state === 'failed' && (
            <button type="button" className={css.plain} onClick={() => void saved.save()}>
              重试
            </button>
          )}
        </p>
      )}
      {checking ? (
        <section className={css.card} aria-labelledby="check">
          <h2 id="check">检查并提交</h2>
          <p>请核对申报内容。提交后由{declaration.institutionName}受理；办结前可以撤回。</p>
          <FormReading
            form={declaration.form}
            materials={declaration.materials}
            answers={filling.filled.answers}
            papers={filling.papers}
            files={[...declaration.files, ...filling.earlier]}
            prefilled={declaration.prefilled}
          />
          <ContactReading contact={filling.contact} />
        </section>
      ) : (
        <FilledForm
          declaration={declaration}
          filling={filling}
          found={saved.error ? filling.flawsOf(saved.error) : filling.flawsAt(saved.wrong)}
        />
      )}
      {/* Beside the button that it takes away. */}
      {checking && shut && <Shut why={shut} />}
      {problem && (
        <p className={css.bad} role="alert">
          {problem}
        </p>
      )}
      <p className={`${css.actions} ${css.bar}`}>
        {checking ? (
          <>
            <button
              type="button"
              className={css.main}
              disabled={submit.isPending || !!shut || saved.state === 'conflict'}
              onClick={() => submit.mutate(saved.version())}
            >
              确认提交
            </button>
            <button type="button" className={css.outline} onClick={() => setChecking(false)}>
              返回修改
            </button>
          </>
        ) : (
          <>
            <button
              type="button"
              className={css.main}
              disabled={!!shut || saved.state === 'conflict'}
              aria-describedby={shut && shutId}
              onClick={() => void check()}
            >
              检查并提交
            </button>
            <Asked
              what="删除草稿"
              sure="确定删除这份草稿？填写的内容将无法找回。"
              busy={discard.isPending}
              onSure={() => void saved.save().then(() => discard.mutate(saved.version()))}
            />
            {/* The whole sentence stands above the form, which may be long. */}
            {why && <span className={css.meta}>现在不能提交：{why}</span>}
          </>
        )}
      </p>
    </div>
  );
}

function Shut({ why, id }: { why: string; id?: string }) {
  return (
    <p id={id} className={css.notice} role="status">
      <Icon name="warning" size={18} />
      {why}
    </p>
  );
}

/** Somebody was quicker: nothing that is typed here is kept any more, which stays said while the form is scrolled. */
function Elsewhere({
  load,
  onLoad,
}: {
  load: ReturnType<typeof useAutosave>['load'];
  onLoad: (theirs: Declaration) => void;
}) {
  return (
    <div className={`${css.notice} ${css.lasting}`} role="alert">
      这份申报已在别处修改或提交（同事或另一个窗口），您之后在这里的填写没有保存，也不会再保存。载入最新内容会替换这里的填写，需要保留的请先复制。
      <button
        type="button"
        className={css.outline}
        disabled={load.isPending}
        onClick={() => load.mutate(undefined, { onSuccess: onLoad })}
      >
        载入最新内容
      </button>
      {load.error && <span className={css.bad}>{load.error.message}</span>}
    </div>
  );
}
