import { useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import { Link } from 'react-router';
import { api, useMe, type DeclarationRow } from '@/shared/api';
import { isDecided } from '@/shared/declarations';
import { label } from '@/shared/i18n';
import { isOpenPromise, PromisedDate } from '@/shared/promise';
import { dateText, dateTimeText, DemoTag, NONE, StatusTag } from '@/shared/ui';
import { ACTIONS } from '@/shared/ui/antd';
import type { BatchOutcome } from '../../ui/batch';
import { BatchResult } from '../../ui/BatchResult';
import { DUE } from '../../ui/due';
import { pageCss } from '../../ui/page';
import { ScopedListPage } from '../../ui/ScopedListPage';
import { ACTS, Batch, type Act } from './Batch';

const STATUSES = ['SUBMITTED', 'IN_REVIEW', 'SENT_BACK', 'APPROVED', 'REJECTED', 'WITHDRAWN'] as const;

const WAITING: string[] = ['SUBMITTED', 'IN_REVIEW', 'SENT_BACK'];

/** Whether the reader's institution has something to do about it. */
const isTodo = (one: DeclarationRow) =>
  (one.status === 'SUBMITTED' || one.status === 'IN_REVIEW') && one.here !== false;

/** By when its step is to be done; of what was decided, when it was. */
function Due({ of: { promise, ...one } }: { of: DeclarationRow }) {
  if (isDecided(one)) return <>办结于 {dateText(one.decidedAt)}</>;
  return promise && isOpenPromise(promise) ? <PromisedDate promise={promise} of="DECLARATION" /> : NONE;
}

/** 政策申报: what enterprises declared under the projects of the own institution, and what its steps wait for. */
export default function DeclarationsPage() {
  const { can } = useMe();
  const [result, setResult] = useState<{ act: Act; rows: BatchOutcome[] }>();
  const projects = useQuery({
    queryKey: ['projects', 'names'],
    queryFn: ({ signal }) => api.get('/api/policy/manage/projects', { query: { size: 200 }, signal }),
    staleTime: 5 * 60_000,
    enabled: can('policy.project.manage'),
  });
  return (
    <>
      <ScopedListPage
        title="政策申报"
        intro="企业在本机构的申报项目下提交的申报，承办后逐环节办理"
        queryKey={['console-declarations', 'list']}
        path="/api/policy/declarations"
        rowKey="id"
        empty={{ title: '还没有申报', hint: '企业在本机构开放的申报项目下提交后，列在这里' }}
        defaultSort="submittedAt,desc"
        begin={{ filters: { waiting: 'true' }, sort: 'dueAt,asc', label: '等我办理' }}
        exportPath="/api/policy/declarations/export"
        tabs={{
          name: 'status',
          label: '办理状态',
          options: STATUSES.map((value) => ({ value, label: label('declarationStatus', value) })),
        }}
        filters={[
          { kind: 'text', name: 'q', label: '企业、项目或编号', placeholder: '名称或编号' },
          {
            kind: 'select',
            name: 'projectId',
            label: '申报项目',
            loading: projects.isPending && projects.fetchStatus !== 'idle',
            options: (projects.data?.items ?? []).map(({ id, title }) => ({ value: id, label: title })),
          },
          { kind: 'select', name: 'mine', label: '承办人', options: [{ value: 'true', label: '我承办的' }] },
          {
            kind: 'select',
            name: 'waiting',
            label: '待办',
            options: [{ value: 'true', label: '等我办理的' }],
          },
          { kind: 'select', name: 'due', label: '承诺时限', options: DUE },
          { kind: 'dates', name: 'submitted', label: '提交日期', from: 'from', to: 'to' },
        ]}
        selectable={isTodo}
        toolbar={(selected, clear) => (
          <Batch
            rows={selected}
            done={(act, rows) => {
              setResult({ act, rows });
              clear();
            }}
          />
        )}
        columns={[
          {
            key: 'enterpriseName',
            title: '企业',
            render: (_, one) => (
              <>
                <Link to={`/declarations/${one.id}`}>{one.enterpriseName}</Link>
                <span className={pageCss.sub}>
                  {one.number} {one.demo && <DemoTag short />}
                </span>
              </>
            ),
          },
          {
            key: 'projectTitle',
            title: '申报项目',
            render: (_, one) => one.projectTitle,
          },
          {
            key: 'status',
            title: '状态',
            render: (_, one) => <StatusTag of="declarationStatus" value={one.status} />,
          },
          {
            key: 'step',
            title: '当前环节',
            render: (_, one) =>
              WAITING.includes(one.status) ? (
                <>
                  {label('declarationStep', one.step)}
                  <span className={pageCss.sub}>
                    {one.stepInstitutionName} · {one.handlerName ?? '未承办'}
                  </span>
                </>
              ) : (
                NONE
              ),
          },
          {
            key: 'submittedAt',
            title: '提交时间',
            sorter: true,
            className: pageCss.num,
            render: (_, one) => <time dateTime={one.submittedAt}>{dateTimeText(one.submittedAt)}</time>,
          },
          {
            key: 'dueAt',
            title: '承诺日期',
            sorter: true,
            className: pageCss.num,
            render: (_, one) => <Due of={one} />,
          },
          {
            key: ACTIONS,
            title: '操作',
            render: (_, one) => (
              <Link to={`/declarations/${one.id}`} data-todo={isTodo(one)}>
                {isTodo(one) ? '办理' : '查看'}
              </Link>
            ),
          },
        ]}
      />
      <BatchResult
        result={result?.rows}
        verb={ACTS[result?.act ?? 'TAKE_ON']}
        number="申报编号"
        to={(id) => `/declarations/${id}`}
        onClose={() => setResult(undefined)}
      />
    </>
  );
}
