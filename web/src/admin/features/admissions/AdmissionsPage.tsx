import { useQuery, useQueryClient } from '@tanstack/react-query';
import { App, Button, Form, Input } from 'antd';
import { useState } from 'react';
import { useSearchParams } from 'react-router';
import { api, saveFile, type Admission } from '@/shared/api';
import { label } from '@/shared/i18n';
import { dateTimeText, Definition, fileSize, Icon, Loaded, NONE, StatusTag, Uscc } from '@/shared/ui';
import { ACTIONS, FormDrawer, ListPage, useProblems } from '@/shared/ui/antd';
import { enoughWords, LEAST_HINT } from '@/shared/ui/reasons';
import { InfoDrawer } from '../../ui/InfoDrawer';
import { ActionBar, MainButton, pageCss } from '../../ui/page';
import { WAITING } from '../../waiting';

/** 入驻审核: chambers and providers that ask to be let in. */
export default function AdmissionsPage() {
  const [params, setParams] = useSearchParams();
  const seen = params.get('id') ?? undefined;
  const see = (id: string | undefined) =>
    setParams(
      (before) => {
        const next = new URLSearchParams(before);
        if (id) next.set('id', id);
        else next.delete('id');
        return next;
      },
      { replace: true },
    );
  return (
    <>
      <ListPage
        title="入驻审核"
        intro="商会、服务机构自行注册后提交的入驻申请。通过后建立机构，申请人成为机构管理员"
        queryKey={['admissions', 'list']}
        path="/api/user/admissions"
        rowKey="id"
        begin={{ filters: { status: 'SUBMITTED' } }}
        tabs={{
          name: 'status',
          label: '审核状态',
          options: (['SUBMITTED', 'APPROVED', 'REJECTED'] as const).map((value) => ({
            value,
            label: label('admissionStatus', value),
          })),
        }}
        filters={[
          { kind: 'text', name: 'q', label: '机构名称', placeholder: '输入机构名称' },
          {
            kind: 'select',
            name: 'type',
            label: '类型',
            options: ['CHAMBER', 'PROVIDER'].map((value) => ({
              value,
              label: label('institutionType', value),
            })),
          },
        ]}
        empty={{ title: '还没有入驻申请', hint: '商会、服务机构等在门户提交申请后列在这里' }}
        columns={[
          {
            key: 'name',
            title: '机构名称',
            render: (_, row) => (
              <>
                <Button type="link" className={pageCss.linkButton} onClick={() => see(row.id)}>
                  {row.name}
                </Button>
                {row.nameNow && <span className={pageCss.sub}>现名 {row.nameNow}</span>}
                <span className={pageCss.sub}>
                  <Uscc of={row.uscc} />
                </span>
              </>
            ),
          },
          { key: 'type', title: '类型', render: (_, row) => label('institutionType', row.type) },
          { key: 'applicantName', title: '申请人', dataIndex: 'applicantName' },
          {
            key: 'status',
            title: '状态',
            render: (_, row) => <StatusTag of="admissionStatus" value={row.status} />,
          },
          {
            key: 'submittedAt',
            title: '提交时间',
            className: pageCss.num,
            render: (_, row) => dateTimeText(row.submittedAt),
          },
          { key: 'decidedByName', title: '审核人', render: (_, row) => row.decidedByName ?? NONE },
          {
            key: ACTIONS,
            title: '操作',
            render: (_, row) => (
              <Button
                type="link"
                size="small"
                data-todo={row.status === 'SUBMITTED'}
                onClick={() => see(row.id)}
              >
                {row.status === 'SUBMITTED' ? '审核' : '查看'}
              </Button>
            ),
          },
        ]}
      />
      <InfoDrawer open={!!seen} title="入驻申请" onClose={() => see(undefined)} width={640}>
        {seen && <Detail id={seen} onDone={() => see(undefined)} />}
      </InfoDrawer>
    </>
  );
}

function Detail({ id, onDone }: { id: string; onDone: () => void }) {
  const query = useQuery({
    queryKey: ['admissions', 'one', id],
    queryFn: ({ signal }) => api.get('/api/user/admissions/{id}', { path: { id }, signal }),
  });
  return (
    <Loaded query={query} compact>
      {(one) => (
        <>
          <Definition
            columns={1}
            items={[
              { label: '机构名称', value: one.name },
              ...(one.nameNow ? [{ label: '现名', value: one.nameNow }] : []),
              { label: '统一社会信用代码', value: <Uscc of={one.uscc} /> },
              { label: '类型', value: label('institutionType', one.type) },
              { label: '地址', value: one.address },
              { label: '申请人', value: one.applicantName },
              { label: '联系人', value: `${one.contactName} ${one.contactPhone}` },
              { label: '简介', value: one.introduction || NONE },
              { label: '提交时间', value: dateTimeText(one.submittedAt) },
              { label: '状态', value: <StatusTag of="admissionStatus" value={one.status} /> },
              ...(one.decidedAt
                ? [{ label: '审核', value: `${one.decidedByName ?? ''} ${dateTimeText(one.decidedAt)}` }]
                : []),
              ...(one.reason ? [{ label: '不通过原因', value: one.reason }] : []),
              { label: '材料', value: <Papers of={one} /> },
            ]}
          />
          {one.status === 'SUBMITTED' && <Decision admission={one} onDone={onDone} />}
        </>
      )}
    </Loaded>
  );
}

function Papers({ of }: { of: Admission }) {
  const problems = useProblems();
  const save = async (paperId: string, name: string) => {
    try {
      const { blob } = await api.file('/api/user/admissions/{id}/papers/{paperId}', {
        path: { id: of.id, paperId },
      });
      saveFile(blob, name);
    } catch (error) {
      problems(error);
    }
  };
  return (
    <>
      {of.papers.map((paper) => (
        <div key={paper.id}>
          <Button
            type="link"
            className={pageCss.linkButton}
            icon={<Icon name="download" size={16} />}
            onClick={() => void save(paper.id, paper.name)}
          >
            {paper.name}（{fileSize(paper.size)}）
          </Button>
        </div>
      ))}
    </>
  );
}

function Decision({ admission, onDone }: { admission: Admission; onDone: () => void }) {
  const { message, modal } = App.useApp();
  const problems = useProblems();
  const queries = useQueryClient();
  const [refusing, setRefusing] = useState(false);
  const at = { path: { id: admission.id } };
  const done = (text: string) => {
    void message.success(text);
    for (const queryKey of [['admissions'], ['institutions'], WAITING])
      void queries.invalidateQueries({ queryKey });
    onDone();
  };
  const approve = () =>
    modal.confirm({
      title: `通过 ${admission.name} 的入驻申请？`,
      content: '建立该机构，申请人成为机构管理员。',
      okText: '通过',
      cancelText: label('common', 'cancel'),
      onOk: () =>
        api
          .post('/api/user/admissions/{id}/approval', { ...at, body: { version: admission.version } })
          .then(() => done('已通过'), problems),
    });
  return (
    <>
      <ActionBar hint="请对照材料核对后作出决定">
        <Button danger onClick={() => setRefusing(true)}>
          不通过
        </Button>
        <MainButton onClick={approve}>通过</MainButton>
      </ActionBar>
      <FormDrawer<{ reason: string }>
        open={refusing}
        title="不通过"
        submitText="确定"
        danger
        onClose={() => setRefusing(false)}
        onSubmit={async ({ reason }) => {
          await api.post('/api/user/admissions/{id}/rejection', {
            ...at,
            body: { reason, version: admission.version },
          });
          done('已退回申请人');
        }}
      >
        <Form.Item
          name="reason"
          label="原因"
          extra="申请人会看到"
          rules={[{ required: true, whitespace: true, message: '请填写原因' }, enoughWords('原因')]}
        >
          <Input.TextArea maxLength={500} showCount rows={4} placeholder={LEAST_HINT} />
        </Form.Item>
      </FormDrawer>
    </>
  );
}
