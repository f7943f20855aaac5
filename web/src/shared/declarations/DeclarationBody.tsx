import { useQueryClient } from '@tanstack/react-query';
import { useMemo, useRef, useState } from 'react';
import { Link } from 'react-router';
import { isProblem, problemText, type Declaration } from '../api';
import { longDate, dateTimeText } from '../ui/format';
import { ErrorSummary } from '../ui/ErrorSummary';
import { StatusTag } from '../ui/StatusTag';
import { Asked } from './Asked';
import { ContactFields, ContactReading } from './Contact';
import { DeclarationProgress } from './DeclarationProgress';
import { fieldId } from './filling';
import { FormReading } from './FormReading';
import { FormRenderer } from './FormRenderer';
import {
  contactOf,
  handedIn,
  fieldsOf,
  flawsIn,
  flawsInContact,
  inOrder,
  keyOfMistake,
  type Answers,
  type Flaw,
  type Papers,
} from './form';
import {
  uploadFile,
  useAutosave,
  useEarlierFiles,
  useReceipt,
  useStep,
  useSupplement,
  type Saving,
} from './queries';
import css from './declare.module.css';

/** One declaration as its enterprise has it: a draft to fill in, one that came back to supplement, or one that is on its way. */
export function DeclarationBody({ declaration, gone }: { declaration: Declaration; gone: () => void }) {
  if (declaration.status === 'DRAFT')
    return <Filling key={declaration.id} declaration={declaration} gone={gone} />;
  if (declaration.status === 'SENT_BACK')
    return <Supplementing key={declaration.version} declaration={declaration} />;
  return <OnItsWay declaration={declaration} />;
}

/** Brings a field into view and puts the cursor into it. */
function go(key: string) {
  const field = document.getElementById(fieldId(key));
  field?.scrollIntoView({ block: 'center' });
  field?.focus({ preventScroll: true });
}

const textsOf = (flaws: Flaw[]) => Object.fromEntries(flaws.map((flaw) => [flaw.key, flaw.text]));

/** What the service refused, at the fields; what is about no field stands by itself. */
function flawsOf(error: Error): Flaw[] {
  return isProblem(error)
    ? error.fields.map(({ field, message }) => ({ key: keyOfMistake(field), text: message }))
    : [];
}

/** Answers, papers and mistakes of a form that is filled in. */
function useFilling(declaration: Declaration) {
  const [answers, setAnswers] = useState<Answers>(declaration.answers);
  const [papers, setPapers] = useState<Papers>(declaration.papers);
  const [contact, setContact] = useState(() => contactOf(declaration));
  const [flaws, setFlaws] = useState<Flaw[]>([]);
  const [attempt, setAttempt] = useState(0);
  const queries = useQueryClient();
  const earlier = useEarlierFiles(declaration.materials.length > 0);
  const { form } = declaration;
  const filled = useMemo(
    () => ({ contact, answers: handedIn(answers, form), papers }),
    [contact, answers, papers, form],
  );
  const mend = (key: string) => setFlaws((now) => now.filter((flaw) => flaw.key !== key));
  return {
    answers,
    papers,
    contact,
    filled,
    flaws,
    attempt,
    earlier: earlier.data ?? [],
    refuse: (found: Flaw[]) => {
      setFlaws(found);
      setAttempt((now) => now + 1);
    },
    onAnswer: (key: string, value: unknown) => {
      setAnswers((now) => ({ ...now, [key]: value }));
      mend(key);
    },
    onPapers: (key: string, ids: string[]) => {
      setPapers((now) => ({ ...now, [key]: ids }));
      mend(key);
    },
    onContact: (part: 'name' | 'phone', value: string) => {
      setContact((now) => ({ ...now, [part]: value }));
      mend(`contact.${part}`);
    },
    onUpload: async (file: File) => {
      const stored = await uploadFile(file);
      await queries.invalidateQueries({ queryKey: ['declaration-files'] });
      return stored;
    },
  };
}

const SAVING: Record<Saving, string> = {
  saved: '草稿已保存',
  waiting: '正在填写…',
  saving: '正在保存草稿…',
  failed: '草稿没有保存',
  conflict: '这份申报已在别处修改（同事或另一个窗口），请刷新后再填写',
};

function Filling({ declaration, gone }: { declaration: Declaration; gone: () => void }) {
  const filling = useFilling(declaration);
  const saved = useAutosave(declaration, filling.filled);
  const [checking, setChecking] = useState(false);
  const [problem, setProblem] = useState<string>();
  const top = useRef<HTMLDivElement>(null);
  const refused = (error: Error) => {
    const flaws = flawsOf(error);
    setProblem(flaws.length ? undefined : error.message);
    if (flaws.length) {
      setChecking(false);
      filling.refuse(inOrder(flaws, declaration.form, declaration.materials));
    }
  };
  const submit = useStep(declaration.id, 'submit', { onError: refused });
  const discard = useStep(declaration.id, 'discard', { onError: refused, onSuccess: gone });
  const over = saved.window !== 'OPEN';

  const check = async () => {
    setProblem(undefined);
    const { form, materials } = declaration;
    // What is wrong the service says, what is missing the page: whoever has both to mend reads it in one list.
    const failure = await saved.save();
    const flaws = [
      ...flawsIn(form, materials, filling.answers, filling.papers),
      ...flawsInContact(filling.contact),
      ...(failure ? flawsOf(failure) : []),
    ];
    if (flaws.length) return filling.refuse(inOrder(flaws, form, materials));
    if (!failure) {
      setChecking(true);
      top.current?.scrollIntoView({ block: 'start' });
    }
    return undefined;
  };
  const saveFlaws = saved.error ? flawsOf(saved.error) : [];
  return (
    <div className={css.page} ref={top}>
      {over && (
        <p className={css.notice} role="status">
          {saved.window === 'NOT_YET' ? '申报还没有开始' : '该项目的申报已截止'}
          ，现在不能提交。已填写的内容保留在草稿中。
        </p>
      )}
      {declaration.newerForm && (
        <p className={css.notice}>该项目的申报表已更新。这份草稿仍按开始填写时的申报表办理。</p>
      )}
      {declaration.emptied.length > 0 && (
        <p className={css.notice} role="status">
          {declaration.emptied.map((name) => `“${name}”`).join('、')}
          原由授权用于匹配的涉税数据得出，不能用于申报，已清空，请自行填写。
        </p>
      )}
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
        <>
          <ErrorSummary
            attempt={filling.attempt}
            mistakes={filling.flaws.map((flaw, index) => ({
              key: `${flaw.key}-${index}`,
              text: flaw.text,
              go: () => go(flaw.key),
            }))}
          />
          <FormRenderer
            form={declaration.form}
            materials={declaration.materials}
            answers={filling.answers}
            papers={filling.papers}
            files={declaration.files}
            earlier={filling.earlier}
            prefilled={declaration.prefilled}
            flaws={{ ...textsOf(saveFlaws), ...textsOf(filling.flaws) }}
            onAnswer={filling.onAnswer}
            onPapers={filling.onPapers}
            onUpload={filling.onUpload}
          />
          <ContactFields
            contact={filling.contact}
            flaws={{ ...textsOf(saveFlaws), ...textsOf(filling.flaws) }}
            onContact={filling.onContact}
          />
        </>
      )}
      {problem && (
        <p className={css.bad} role="alert">
          {problem}
        </p>
      )}
      <p className={css.actions}>
        {checking ? (
          <>
            <button
              type="button"
              className={css.main}
              disabled={submit.isPending || over}
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
              disabled={over || saved.state === 'conflict'}
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
          </>
        )}
      </p>
    </div>
  );
}

function Supplementing({ declaration }: { declaration: Declaration }) {
  const filling = useFilling(declaration);
  const [problem, setProblem] = useState<string>();
  const marks = Object.fromEntries(declaration.marked.map((mark) => [mark.key, mark.words ?? '']));
  // What is shown or hidden by a marked field goes with it.
  const may = new Set(Object.keys(marks));
  for (const field of fieldsOf(declaration.form))
    if (field.shownWhen && may.has(field.shownWhen.field)) may.add(field.key);
  const back = declaration.timeline.findLast((entry) => entry.kind === 'SENT_BACK');
  const supplement = useSupplement(declaration, {
    onSuccess: () => undefined,
    onError: (error) => {
      const flaws = flawsOf(error);
      setProblem(flaws.length ? undefined : error.message);
      if (flaws.length) filling.refuse(flaws);
    },
  });
  const send = () => {
    setProblem(undefined);
    const flaws = [
      ...flawsIn(declaration.form, declaration.materials, filling.answers, filling.papers),
      ...flawsInContact(filling.contact),
    ];
    if (flaws.length) filling.refuse(flaws);
    else supplement.mutate(filling.filled);
  };
  return (
    <div className={css.page}>
      <section className={css.notice} aria-label="退回原因">
        <b>部门已退回，请补正</b>
        <p>{back?.note}</p>
        <p>只有标注的内容和联系方式可以修改；补正前办理时限暂停计算。</p>
        <ReceiptButton declaration={declaration} />
      </section>
      <ErrorSummary
        attempt={filling.attempt}
        mistakes={filling.flaws.map((flaw, index) => ({
          key: `${flaw.key}-${index}`,
          text: flaw.text,
          go: () => go(flaw.key),
        }))}
      />
      <FormRenderer
        form={declaration.form}
        materials={declaration.materials}
        answers={filling.answers}
        papers={filling.papers}
        files={declaration.files}
        earlier={filling.earlier}
        prefilled={declaration.prefilled}
        flaws={textsOf(filling.flaws)}
        marks={marks}
        mayChange={(key) => may.has(key)}
        onAnswer={filling.onAnswer}
        onPapers={filling.onPapers}
        onUpload={filling.onUpload}
      />
      <ContactFields contact={filling.contact} flaws={textsOf(filling.flaws)} onContact={filling.onContact} />
      {problem && (
        <p className={css.bad} role="alert">
          {problem}
        </p>
      )}
      <p className={css.actions}>
        <button type="button" className={css.main} disabled={supplement.isPending} onClick={send}>
          提交补正
        </button>
        <Withdraw declaration={declaration} />
      </p>
      <Progress declaration={declaration} />
    </div>
  );
}

function Withdraw({ declaration }: { declaration: Declaration }) {
  const [problem, setProblem] = useState<string>();
  const withdraw = useStep(declaration.id, 'withdraw', { onError: (error) => setProblem(error.message) });
  return (
    <>
      <Asked
        what="撤回申报"
        sure="确定撤回这份申报？撤回后不能恢复，申报期内可重新填写。"
        busy={withdraw.isPending}
        onSure={() => withdraw.mutate(declaration.version)}
      />
      {problem && (
        <span className={css.bad} role="alert">
          {problem}
        </span>
      )}
    </>
  );
}

function Progress({ declaration }: { declaration: Declaration }) {
  return (
    <section className={css.card} aria-labelledby="progress">
      <h2 id="progress">办理进度</h2>
      <DeclarationProgress of={declaration} />
    </section>
  );
}

/** What proves that it was handed in. */
function ReceiptButton({ declaration }: { declaration: Declaration }) {
  const receipt = useReceipt(declaration.id);
  return (
    <p className={css.actions}>
      <button
        type="button"
        className={css.outline}
        disabled={receipt.isPending}
        onClick={() => receipt.mutate()}
      >
        {receipt.isPending ? '正在出具' : '下载受理回执（PDF）'}
      </button>
      {receipt.error && (
        <span className={css.bad} role="alert">
          {problemText(receipt.error)}
        </span>
      )}
    </p>
  );
}

function OnItsWay({ declaration }: { declaration: Declaration }) {
  const open = declaration.status === 'SUBMITTED' || declaration.status === 'IN_REVIEW';
  const again =
    declaration.window === 'OPEN' &&
    (declaration.status === 'REJECTED' || declaration.status === 'WITHDRAWN');
  return (
    <div className={css.page}>
      <section className={css.card} aria-labelledby="state">
        <h2 id="state" className={css.tags}>
          申报编号 {declaration.number} <StatusTag of="declarationStatus" value={declaration.status} />
        </h2>
        {declaration.status === 'SUBMITTED' && (
          <p>
            已提交至{declaration.stepInstitutionName}
            {declaration.promise?.dueOn && `，将于 ${longDate(declaration.promise.dueOn)}前办结本环节`}。
          </p>
        )}
        {declaration.status === 'REJECTED' && <p className={css.bad}>驳回原因：{declaration.reason}</p>}
        {declaration.status === 'APPROVED' && (
          <p>申报已批准，后续请关注{declaration.institutionName}的通知。</p>
        )}
        {again && (
          <p>
            仍在申报时间内，<Link to={`/declarations/projects/${declaration.projectId}`}>可重新申报</Link>。
          </p>
        )}
        <ReceiptButton declaration={declaration} />
      </section>
      <Progress declaration={declaration} />
      <section className={css.card} aria-labelledby="filled">
        <h2 id="filled">申报内容</h2>
        <FormReading
          form={declaration.form}
          materials={declaration.materials}
          answers={declaration.answers}
          papers={declaration.papers}
          files={declaration.files}
          prefilled={declaration.prefilled}
        />
        <ContactReading contact={contactOf(declaration)} />
      </section>
      {open && (
        <p className={css.actions}>
          <Withdraw declaration={declaration} />
        </p>
      )}
    </div>
  );
}
