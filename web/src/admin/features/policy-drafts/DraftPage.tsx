import { useQuery, useQueryClient } from '@tanstack/react-query';
import { App, Form, Tabs } from 'antd';
import { useEffect, useRef, useState } from 'react';
import { flushSync } from 'react-dom';
import { useNavigate, useParams } from 'react-router';
import {
  api,
  ProblemError,
  useMe,
  useSubmit,
  type CriteriaFault,
  type DraftContent,
  type DraftReading,
  type GoldenCase,
  type PolicyDraft,
} from '@/shared/api';
import { label } from '@/shared/i18n';
import { dateTimeText, Loaded, Skeleton, StatusTag } from '@/shared/ui';
import { LeaveGuard, useProblems } from '@/shared/ui/antd';
import { fieldErrors, fieldPath } from '@/shared/ui/fieldErrors';
import { pageCss, PageHead } from '../../ui/page';
import { isConflict, useWritingConflict } from '../../ui/useConflict';
import { Attachments } from './Attachments';
import { Cases } from './Cases';
import criteriaCss from './criteria/criteria.module.css';
import { CriteriaEditor } from './criteria/CriteriaEditor';
import { useFacts } from './criteria/codes';
import type { Criterion } from './criteria/model';
import { Preview } from './criteria/Preview';
import { usePreview } from './criteria/usePreview';
import { DocumentForm } from './DocumentForm';
import { DocumentReading } from './DocumentReading';
import { DraftNotices } from './DraftNotices';
import { Hindrances } from './Hindrances';
import { hindrancesIn, isChanged, type HandedIn, type Hindrance } from './whatHinders';
import { QuoteWarning } from './QuoteWarning';
import { FromText } from './reading/FromText';
import { decided } from './reading/sentences';
import { Reviewing } from './Reviewing';
import { Sandbox } from './Sandbox';
import { Writing } from './Writing';

type ExcludedPolicy = DraftContent['exclusions'][number];

/** What a person makes of a proposal is saved by itself, once they pause. */
const PAUSE = 1500;

/** 政策草稿: the document, its conditions and the cases that hold them, until somebody else publishes it. */
export default function DraftPage() {
  const { id = '' } = useParams();
  // What this page saved itself is no reason to begin anew.
  const [own, setOwn] = useState<{ from: number; to: number }>();
  const query = useQuery({
    queryKey: ['policy-drafts', 'one', id],
    queryFn: ({ signal }) => api.get('/api/policy/manage/drafts/{id}', { path: { id }, signal }),
    // What is being written is not to be overwritten.
    staleTime: Infinity,
    gcTime: 0,
  });
  return (
    <Loaded page query={query} skeleton={<Skeleton lines={12} />}>
      {(draft) => {
        const key = own?.to === draft.version ? own.from : draft.version;
        return <Editor key={key} draft={draft} onSaved={(to) => setOwn({ from: key, to })} />;
      }}
    </Loaded>
  );
}

function Editor({ draft, onSaved }: { draft: PolicyDraft; onSaved: (version: number) => void }) {
  const queries = useQueryClient();
  const navigate = useNavigate();
  const { message } = App.useApp();
  const { can } = useMe();
  const problems = useProblems();
  const path = { id: draft.id };
  const key = ['policy-drafts', 'one', draft.id];
  const conflict = useWritingConflict('这份政策草稿', [key], async () => {
    const theirs = await api.get('/api/policy/manage/drafts/{id}', { path });
    return (
      <p>
        您打开后，这份政策草稿有了新的内容或状态：{theirs.authorName} 撰写，{dateTimeText(theirs.updatedAt)}{' '}
        更新，现在为“{label('draftState', theirs.state)}”。
      </p>
    );
  });
  const [form] = Form.useForm<DraftContent>();
  const [tab, setTab] = useState('document');
  const [content, setContent] = useState<DraftContent>(draft.content);
  const [cases, setCases] = useState<GoldenCase[]>(draft.cases);
  const [reading, setReading] = useState<DraftReading | undefined>(draft.reading);
  const [dirty, setDirty] = useState(false);
  // What is written while a save is under way is not saved by it.
  const edits = useRef(0);
  const [savesItself, setSavesItself] = useState(false);
  const [busy, setBusy] = useState(false);
  const [hindered, setHindered] = useState<{ by: Hindrance[]; then: HandedIn }>();
  const top = useRef<HTMLDivElement>(null);
  const readOnly = draft.state !== 'DRAFT' || !draft.keptByMe || !can('policy.manage');
  const criteria = content.criteria as Criterion | undefined;
  const facts = useFacts();
  const preview = usePreview(criteria, cases);
  const [refused, setRefused] = useState<CriteriaFault[]>([]);
  const faults = preview.data?.faults ?? refused;
  const differences = (draft.state !== 'PUBLISHED' && criteria && preview.data?.differences) || [];

  const failed = (error: unknown) => {
    if (isConflict(error)) return void conflict(error);
    if (error instanceof ProblemError && error.code === 'CRITERIA_FAULTY') {
      setRefused(error.problem.faults as CriteriaFault[]);
      setTab('criteria');
    } else if (error instanceof ProblemError && error.code === 'QUOTE_DIFFERS') setTab('criteria');
    else if (error instanceof ProblemError && error.code.startsWith('GOLDEN_CASE')) setTab('cases');
    else if (error instanceof ProblemError && error.fields.length) setTab('document');
    problems(error, readOnly ? undefined : form, (field) => field.replace(/^content\./, ''));
  };
  const refresh = () =>
    Promise.all([
      queries.invalidateQueries({ queryKey: ['policy-drafts'] }),
      queries.invalidateQueries({ queryKey: ['policies'] }),
    ]);
  /** What is written here goes on from what is stored now. */
  const keep = (saved: PolicyDraft) => {
    onSaved(saved.version);
    queries.setQueryData(key, saved);
  };
  /**
   * @param byItself the page saves, not its author
   * @returns the version that is stored now
   */
  const save = async (byItself = false): Promise<number> => {
    const upTo = edits.current;
    setSavesItself(false);
    const saved = await api.put('/api/policy/manage/drafts/{id}', {
      path,
      body: {
        version: draft.version,
        content: { ...content, criteria: content.criteria },
        cases,
        ...(reading && { reading }),
        ...(byItself && { byItself }),
      },
    });
    keep(saved);
    if (edits.current === upTo) setDirty(false);
    void queries.invalidateQueries({ queryKey: ['policy-drafts', 'list'] });
    return saved.version;
  };
  const run = async (step: () => Promise<unknown>) => {
    setBusy(true);
    try {
      await step();
    } catch (error) {
      failed(error);
    } finally {
      setBusy(false);
    }
  };
  const submit = useSubmit(
    (version: number, idempotencyKey) =>
      api.post('/api/policy/manage/drafts/{id}/submit', { path, body: { version }, idempotencyKey }),
    { about: String },
  );
  const lead = ({ tab: at, field }: Hindrance) => {
    // What is on another tab can be gone to once that is shown.
    flushSync(() => setTab(at));
    if (field) {
      form.scrollToField(fieldPath(field), { behavior: 'instant', block: 'center', focus: true });
    } else top.current?.scrollIntoView?.({ block: 'start' });
  };
  const handIn = async () => {
    setHindered(undefined);
    form.setFields(form.getFieldsError().map(({ name }) => ({ name: name as never, errors: [] })));
    const version = dirty ? await save() : draft.version;
    try {
      await submit.mutateAsync(version);
    } catch (error) {
      const found = hindrancesIn(error);
      if (!found.length) throw error;
      // Drawn before it is led to.
      flushSync(() => {
        setHindered({ by: found, then: { content, cases } });
        setRefused(((error as ProblemError).problem.faults ?? []) as CriteriaFault[]);
      });
      form.setFields(
        fieldErrors(
          error,
          form.getFieldsError().map(({ name }) => name.join('.')),
        ).fields,
      );
      lead(found[0]!);
      return;
    }
    void message.success('已提交审核');
    await refresh();
  };
  const remove = async () => {
    await api.delete('/api/policy/manage/drafts/{id}', { path, query: { version: draft.version } });
    // The guard is to know before the page is left.
    flushSync(() => setDirty(false));
    void message.success('草稿已删除');
    await queries.invalidateQueries({ queryKey: ['policy-drafts', 'list'] });
    void navigate('/policy-drafts');
  };
  const now = { content, cases };
  const touched = () => {
    edits.current++;
    setDirty(true);
  };
  const edit = (part: Partial<DraftContent>) => {
    setContent((before) => ({ ...before, ...part }));
    touched();
  };
  const read = (next: DraftReading, tree: Criterion | undefined) => {
    setReading(next);
    edit({ criteria: tree as DraftContent['criteria'] });
    setSavesItself(true);
  };
  /** Which policy it is a person enters: of the words its number is not known. */
  const exclude = (next: DraftReading, words: Pick<ExcludedPolicy, 'text' | 'place'>) => {
    const exclusions = [...content.exclusions, { ...words, certain: true } as ExcludedPolicy];
    form.setFieldValue('exclusions', exclusions);
    setReading(next);
    edit({ exclusions });
    setSavesItself(true);
    void message.info('已填入“文件”页“不能同享的政策”，请到那里补填政策编号');
  };
  useEffect(() => {
    if (!savesItself || busy) return;
    const timer = setTimeout(() => void run(() => save(true)), PAUSE);
    return () => clearTimeout(timer);
    // Begun anew with each change of what is to be saved; what saves it is made anew with every drawing.
    // oxlint-disable-next-line react/exhaustive-deps
  }, [savesItself, busy, reading, content, cases]);
  const mayReview =
    (draft.state === 'REVIEW' || draft.state === 'SCHEDULED') && draft.keptByMe && can('policy.review');

  return (
    <div className={pageCss.page}>
      <LeaveGuard when={dirty} text="修改尚未保存" kept="离开后这些修改会丢失。" />
      <PageHead
        title={draft.content.title ?? `政策草稿 ${draft.code}`}
        tags={<StatusTag of="draftState" value={draft.state} />}
        facts={
          <>
            <span>编号 {draft.code}</span>
            <span>{draft.edition === 1 ? '新政策' : `第 ${draft.edition} 版`}</span>
            {draft.owner && <span>{draft.owner}维护</span>}
            <span>
              {draft.authorName} 撰写，{dateTimeText(draft.updatedAt)} 更新
            </span>
          </>
        }
      />
      <DraftNotices draft={draft} />
      {hindered && (
        <div ref={top}>
          <Hindrances of={hindered.by} then={hindered.then} now={now} onOpen={lead} />
        </div>
      )}
      <QuoteWarning differences={differences} readOnly={readOnly} />
      <Tabs
        activeKey={tab}
        onChange={setTab}
        items={[
          {
            key: 'document',
            label: '文件',
            forceRender: true,
            children: readOnly ? (
              <DocumentReading draft={draft} />
            ) : (
              <DocumentForm form={form} draft={draft} conditions={!!criteria} onChange={edit} />
            ),
          },
          {
            key: 'attachments',
            label: `附件（${draft.attachments.length}）`,
            children: (
              <Attachments
                draft={draft}
                readOnly={readOnly}
                busy={busy}
                onChanged={keep}
                settle={async () => (dirty ? await save() : draft.version)}
                run={run}
              />
            ),
          },
          {
            key: 'text',
            label: reading?.items.length
              ? `从文本起草（${decided(reading.items)}/${reading.items.length}）`
              : '从文本起草',
            children: (
              <Loaded query={facts} compact>
                {(dictionary) => (
                  <FromText
                    reading={reading}
                    title={content.title}
                    tree={criteria}
                    facts={dictionary}
                    readOnly={readOnly}
                    onChange={read}
                    onExclude={exclude}
                  />
                )}
              </Loaded>
            ),
          },
          {
            key: 'criteria',
            label: faults.length ? `申报条件（${faults.length} 处待改）` : '申报条件',
            children: (
              <div className={criteriaCss.columns}>
                <section aria-label="条件编辑">
                  <Loaded query={facts} compact>
                    {(dictionary) => (
                      <CriteriaEditor
                        value={criteria}
                        facts={dictionary}
                        faults={faults}
                        differences={differences}
                        readOnly={readOnly}
                        onChange={(tree) => edit({ criteria: tree as DraftContent['criteria'] })}
                      />
                    )}
                  </Loaded>
                </section>
                <Preview
                  answer={preview.data}
                  loading={preview.isFetching}
                  error={preview.error}
                  empty={!criteria}
                />
              </div>
            ),
          },
          {
            key: 'cases',
            label: `核验案例（${cases.length}）`,
            children: (
              <Loaded query={facts} compact>
                {(dictionary) => (
                  <Cases
                    cases={cases}
                    facts={dictionary}
                    outcomes={preview.data?.outcomes}
                    readOnly={readOnly}
                    onChange={(next) => {
                      setCases(next);
                      touched();
                    }}
                  />
                )}
              </Loaded>
            ),
          },
          ...(can('user.enterprise.read')
            ? [
                {
                  key: 'sandbox',
                  label: '政策沙盘',
                  children: (
                    <Sandbox
                      code={draft.code}
                      criteria={criteria}
                      benefit={content.benefit}
                      from={content.ruleFrom ?? content.effectiveFrom}
                    />
                  ),
                },
              ]
            : []),
        ]}
      />
      {!readOnly && (
        <Writing
          dirty={dirty}
          hindrances={hindered?.by.filter((one) => !isChanged(one, hindered.then, now)).length ?? 0}
          busy={busy}
          onDelete={() => void run(remove)}
          onSave={() =>
            void run(async () => {
              await save();
              void message.success('已保存');
            })
          }
          onHandIn={() => void run(handIn)}
        />
      )}
      {mayReview && (
        <Reviewing
          draft={draft}
          differences={differences}
          busy={busy}
          run={run}
          conflict={conflict}
          refresh={refresh}
        />
      )}
    </div>
  );
}
