import { useQuery, useQueryClient } from '@tanstack/react-query';
import { App, Alert, Button, DatePicker, Input, Segmented } from 'antd';
import dayjs from 'dayjs';
import { useState } from 'react';
import { useNavigate, useParams, useSearchParams } from 'react-router';
import {
  api,
  isProblem,
  useSubmit,
  type CriteriaFault,
  type ProjectContent,
  type ProjectDetail,
} from '@/shared/api';
import { FormRenderer, type Answers, type Papers } from '@/shared/declarations';
import { Loaded, todayText } from '@/shared/ui';
import { CheckedNumber } from '../../ui/CheckedNumber';
import { ActionBar, MainButton, PageHead, pageCss, Panel } from '../../ui/page';
import { ProjectState } from '../../ui/ProjectState';
import { isConflict, useWritingConflict } from '../../ui/useConflict';
import { Audience } from './Audience';
import { FormDesigner } from './FormDesigner';
import { Labelled } from './Labelled';
import { Materials } from './Materials';
import { PolicySelect } from './PolicySelect';
import css from './ProjectPage.module.css';
import { Steps } from './Steps';

/** A project is designed here, with what the enterprise will see beside it; a new one may begin as a copy of another. */
export default function ProjectPage() {
  const { id: own } = useParams();
  const [search] = useSearchParams();
  const id = own ?? search.get('from') ?? undefined;
  const query = useQuery({
    queryKey: ['projects', 'one', id],
    queryFn: ({ signal }) => api.get('/api/policy/manage/projects/{id}', { path: { id: id ?? '' }, signal }),
    enabled: !!id,
  });
  if (!id) return <Editor />;
  return (
    <Loaded page query={query}>
      {(project) =>
        own ? <Editor key={project.version} project={project} /> : <Editor key={id} copied={project} />
      }
    </Loaded>
  );
}

const EMPTY: ProjectContent = {
  title: '',
  opensOn: todayText(),
  closesOn: dayjs(todayText()).add(30, 'day').format('YYYY-MM-DD'),
  barring: false,
  form: {
    groups: [{ title: '企业情况', fields: [{ key: 'field1', label: '', type: 'TEXT', required: true }] }],
  },
  materials: [],
  steps: [
    { kind: 'ACCEPTANCE', workingDays: 3, maySendBack: true },
    { kind: 'APPROVAL', workingDays: 10, maySendBack: false },
  ],
};

const contentOf = (project: ProjectDetail): ProjectContent => ({
  title: project.title,
  summary: project.summary,
  opensOn: project.opensOn,
  closesOn: project.closesOn,
  quota: project.quota,
  barring: project.barring,
  criteria: project.criteria,
  form: project.form,
  materials: project.materials,
  steps: project.steps,
});

/** What of an earlier project holds for the next: all but the days, which are over, and the name, which tells them apart. */
const copyOf = (project: ProjectDetail): ProjectContent => ({
  ...contentOf(project),
  title: `${project.title.slice(0, 96)}（副本）`,
  opensOn: EMPTY.opensOn,
  closesOn: EMPTY.closesOn,
});

function Editor({ project, copied }: { project?: ProjectDetail; copied?: ProjectDetail }) {
  const navigate = useNavigate();
  const queries = useQueryClient();
  const { message } = App.useApp();
  const [content, setContent] = useState<ProjectContent>(
    project ? contentOf(project) : copied ? copyOf(copied) : EMPTY,
  );
  const [own, setOwn] = useState(!!content.criteria);
  const [policyId, setPolicyId] = useState((project ?? copied)?.policyId);
  const [problem, setProblem] = useState<Error>();
  const conflict = useWritingConflict('这个申报项目', [['projects']]);
  const save = useSubmit(
    (_: void, idempotencyKey) =>
      project
        ? api.put('/api/policy/manage/projects/{id}', {
            path: { id: project.id },
            body: { version: project.version, project: content },
          })
        : api.post('/api/policy/manage/projects', {
            body: { policyId: policyId ?? '', project: content },
            idempotencyKey,
          }),
    {
      onSuccess: (saved) => {
        void message.success('已保存');
        setProblem(undefined);
        void queries.invalidateQueries({ queryKey: ['projects'] });
        if (!project) void navigate(`/projects/${saved.id}`, { replace: true });
      },
      onError: (error) => (isConflict(error) ? void conflict(error) : setProblem(error)),
    },
  );
  const set = (part: Partial<ProjectContent>) => setContent((now) => ({ ...now, ...part }));
  const faulty = problem && isProblem(problem, 'CRITERIA_FAULTY') ? problem : undefined;
  const hand = () =>
    own && !content.criteria
      ? setProblem(new Error('请添加申报对象的条件，或选择“与政策条件一致”'))
      : save.mutate();
  const mistakes = problem && isProblem(problem) ? problem.fields.map((one) => one.message) : [];
  return (
    <div className={pageCss.page}>
      <PageHead
        title={project ? project.title : '新建申报项目'}
        tags={project && <ProjectState of="windowState" project={project} />}
        facts={project && <span>申报表第 {project.formVersion} 版；修改申报表不影响已开始填写的申报</span>}
      />
      {problem && (
        <Alert
          type="error"
          showIcon
          title={mistakes.length ? `有 ${mistakes.length} 处需要修改` : problem.message}
          description={
            mistakes.length > 0 && (
              <ul className={css.mistakes}>
                {mistakes.map((text, index) => (
                  <li key={index}>{text}</li>
                ))}
              </ul>
            )
          }
        />
      )}
      <Panel title="基本信息">
        <div className={css.grid}>
          {project ? (
            <p className={css.wide}>所属政策：《{project.policyTitle}》</p>
          ) : (
            <Labelled className={css.wide} text="所属政策">
              <PolicySelect value={policyId} onChange={setPolicyId} />
            </Labelled>
          )}
          <Labelled className={css.wide} text="项目名称">
            <Input value={content.title} maxLength={100} onChange={(e) => set({ title: e.target.value })} />
          </Labelled>
          <Labelled className={css.wide} text="申报说明（选填）">
            <Input.TextArea
              rows={3}
              maxLength={2000}
              value={content.summary}
              onChange={(e) => set({ summary: e.target.value || undefined })}
            />
          </Labelled>
          <Labelled text="开始日期">
            <DatePicker
              allowClear={false}
              value={dayjs(content.opensOn)}
              onChange={(day) => day && set({ opensOn: day.format('YYYY-MM-DD') })}
            />
          </Labelled>
          <Labelled text="截止日期">
            <DatePicker
              allowClear={false}
              value={dayjs(content.closesOn)}
              onChange={(day) => day && set({ closesOn: day.format('YYYY-MM-DD') })}
            />
          </Labelled>
          <Labelled text="名额（不填为不限）">
            <CheckedNumber
              least={1}
              most={100_000}
              value={content.quota ?? null}
              onChange={(quota) => set({ quota: quota ?? undefined })}
            />
          </Labelled>
        </div>
      </Panel>
      <Audience
        policyId={policyId}
        own={own}
        criteria={content.criteria}
        barring={content.barring}
        refused={faulty?.problem.faults as CriteriaFault[] | undefined}
        onChange={({ own: chosen, ...part }) => {
          if (chosen !== undefined) setOwn(chosen);
          set(part);
        }}
      />
      <div className={css.columns}>
        <div>
          <FormDesigner form={content.form} onChange={(form) => set({ form })} />
          <Materials materials={content.materials} onChange={(materials) => set({ materials })} />
          <Steps steps={content.steps} onChange={(steps) => set({ steps })} />
        </div>
        <Preview content={content} />
      </div>
      <ActionBar hint={project ? '保存后对之后开始填写的企业生效' : '保存后可在列表中开放'}>
        <Button onClick={() => void navigate('/projects')}>返回列表</Button>
        <MainButton type="primary" loading={save.isPending} onClick={hand}>
          保存
        </MainButton>
      </ActionBar>
    </div>
  );
}

/** What the enterprise will fill in, as it will look; nothing of it is kept. */
function Preview({ content }: { content: ProjectContent }) {
  const [answers, setAnswers] = useState<Answers>({});
  const [papers, setPapers] = useState<Papers>({});
  const [width, setWidth] = useState<'PC' | '手机'>('PC');
  return (
    <Panel
      title="预览"
      extra={
        <Segmented
          size="small"
          options={['PC', '手机']}
          value={width}
          onChange={(value) => setWidth(value as 'PC' | '手机')}
        />
      }
    >
      <div className={width === 'PC' ? undefined : css.phone}>
        <FormRenderer
          form={content.form}
          materials={content.materials}
          answers={answers}
          papers={papers}
          files={[]}
          onAnswer={(key, value) => setAnswers((now) => ({ ...now, [key]: value }))}
          onPapers={(key, ids) => setPapers((now) => ({ ...now, [key]: ids }))}
        />
      </div>
    </Panel>
  );
}
