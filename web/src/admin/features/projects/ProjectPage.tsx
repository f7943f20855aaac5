import { useQuery, useQueryClient } from '@tanstack/react-query';
import { App, Alert, Button, Checkbox, DatePicker, Input, InputNumber, Segmented } from 'antd';
import dayjs from 'dayjs';
import { useState } from 'react';
import { useNavigate, useParams } from 'react-router';
import { api, isProblem, useSubmit, type ProjectContent, type ProjectDetail } from '@/shared/api';
import { FormRenderer, type Answers, type Papers } from '@/shared/declarations';
import { Loaded, StatusTag } from '@/shared/ui';
import { ActionBar, MainButton, PageHead, pageCss, Panel } from '../../ui/page';
import { isConflict, useWritingConflict } from '../../ui/useConflict';
import { FormDesigner } from './FormDesigner';
import { Labelled } from './Labelled';
import { Materials } from './Materials';
import { PolicySelect } from './PolicySelect';
import css from './ProjectPage.module.css';
import { Steps } from './Steps';

/** A project is designed here, with what the enterprise will see beside it. */
export default function ProjectPage() {
  const { id } = useParams();
  const query = useQuery({
    queryKey: ['projects', 'one', id],
    queryFn: ({ signal }) => api.get('/api/policy/manage/projects/{id}', { path: { id: id ?? '' }, signal }),
    enabled: !!id,
  });
  if (!id) return <Editor />;
  return (
    <Loaded page query={query}>
      {(project) => <Editor key={project.version} project={project} />}
    </Loaded>
  );
}

const EMPTY: ProjectContent = {
  title: '',
  opensOn: dayjs().format('YYYY-MM-DD'),
  closesOn: dayjs().add(30, 'day').format('YYYY-MM-DD'),
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
  form: project.form,
  materials: project.materials,
  steps: project.steps,
});

function Editor({ project }: { project?: ProjectDetail }) {
  const navigate = useNavigate();
  const queries = useQueryClient();
  const { message } = App.useApp();
  const [content, setContent] = useState<ProjectContent>(project ? contentOf(project) : EMPTY);
  const [policyId, setPolicyId] = useState(project?.policyId);
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
  const mistakes = problem && isProblem(problem) ? problem.fields.map((one) => one.message) : [];
  return (
    <div className={pageCss.page}>
      <PageHead
        title={project ? project.title : '新建申报项目'}
        tags={project && <StatusTag of="projectStatus" value={project.status} />}
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
      <div className={css.columns}>
        <div>
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
                <Input
                  value={content.title}
                  maxLength={100}
                  onChange={(e) => set({ title: e.target.value })}
                />
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
                <InputNumber
                  precision={0}
                  value={content.quota ?? null}
                  onChange={(quota) => set({ quota: quota ?? undefined })}
                />
              </Labelled>
              <div className={css.wide}>
                <Checkbox checked={content.barring} onChange={(e) => set({ barring: e.target.checked })}>
                  只接受按企业画像核对符合政策条件的企业申报
                </Checkbox>
              </div>
            </div>
          </Panel>
          <FormDesigner form={content.form} onChange={(form) => set({ form })} />
          <Materials materials={content.materials} onChange={(materials) => set({ materials })} />
          <Steps steps={content.steps} onChange={(steps) => set({ steps })} />
        </div>
        <Preview content={content} />
      </div>
      <ActionBar hint={project ? '保存后对之后开始填写的企业生效' : '保存后可在列表中开放'}>
        <Button onClick={() => void navigate('/projects')}>返回列表</Button>
        <MainButton type="primary" loading={save.isPending} onClick={() => save.mutate()}>
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
