import { useQuery, useQueryClient } from '@tanstack/react-query';
import { App, Button, Form, Input, Select } from 'antd';
import { useState } from 'react';
import { api, useMe, type CriteriaEdition, type Criterion } from '@/shared/api';
import { dateTimeText, Loaded, PlainTable } from '@/shared/ui';
import { FormDrawer } from '@/shared/ui/antd';
import { MainButton, PageHead, pageCss, Panel } from '../../ui/page';
import { isConflict, useWritingConflict } from '../../ui/useConflict';
import css from './CriteriaPage.module.css';

interface CriteriaForm {
  criteria: Criterion[];
  note: string;
}

/** 五项标准: by what enterprises are recommended, and what it was before. */
export default function CriteriaPage() {
  const query = useQuery({
    queryKey: ['coordination', 'criteria'],
    queryFn: ({ signal }) => api.get('/api/finance/coordination/criteria', { signal }),
  });
  const facts = useQuery({
    queryKey: ['coordination', 'facts'],
    queryFn: ({ signal }) => api.get('/api/finance/coordination/criterion-facts', { signal }),
    staleTime: 5 * 60_000,
  });
  const nameOf = (code: string) => facts.data?.find(({ fact }) => fact === code)?.label ?? code;
  return (
    <Loaded page query={query}>
      {(editions) => (
        <div className={pageCss.page}>
          <PageHead
            title="五项标准"
            facts={<span>全部满足的企业才能推荐给银行；修改后另存为新版本，已核查的按原版本</span>}
          >
            {editions[0] && <Change edition={editions[0]} facts={facts.data ?? []} />}
          </PageHead>
          {editions.map((edition, at) => (
            <Panel
              key={edition.edition}
              title={at === 0 ? `现行标准（第 ${edition.edition} 版）` : `第 ${edition.edition} 版`}
              extra={`${edition.changedByName ? `${edition.changedByName} ` : ''}${dateTimeText(edition.changedAt)} ${edition.note}`}
              bare
            >
              <PlainTable
                prose
                named
                head={['标准', '说明', '认定方式']}
                rows={edition.criteria.map((one) => [
                  one.name,
                  one.explanation,
                  one.facts.length ? `数据认定：${one.facts.map(nameOf).join('、')}` : '人工核查',
                ])}
              />
            </Panel>
          ))}
        </div>
      )}
    </Loaded>
  );
}

function Change({
  edition,
  facts,
}: {
  edition: CriteriaEdition;
  facts: readonly { fact: Criterion['facts'][number]; label: string }[];
}) {
  const { can } = useMe();
  const queries = useQueryClient();
  const { message } = App.useApp();
  const conflict = useWritingConflict('五项标准', [['coordination', 'criteria']]);
  const [open, setOpen] = useState(false);
  if (!can('finance.coordination.manage')) return null;
  return (
    <>
      <MainButton onClick={() => setOpen(true)}>修改标准</MainButton>
      <FormDrawer<CriteriaForm>
        open={open}
        title="修改标准"
        submitText="保存为新版本"
        size={720}
        initialValues={{ criteria: edition.criteria }}
        onClose={() => setOpen(false)}
        onSubmit={async ({ criteria, note }, idempotencyKey) => {
          try {
            await api.put('/api/finance/coordination/criteria', {
              body: { edition: edition.edition, criteria, note: note.trim() },
              idempotencyKey,
            });
            void message.success('已保存，此后的核查按新版本');
          } catch (error) {
            if (!isConflict(error)) throw error;
            void conflict(error);
          }
          await queries.invalidateQueries({ queryKey: ['coordination'] });
        }}
      >
        <Form.List name="criteria">
          {(fields, { add, remove }) => (
            <>
              {fields.map(({ key, name }) => (
                <fieldset key={key} className={css.one}>
                  <legend>第 {name + 1} 项</legend>
                  <Form.Item name={[name, 'code']} hidden>
                    <Input />
                  </Form.Item>
                  <Form.Item
                    name={[name, 'name']}
                    label="名称"
                    rules={[{ required: true, whitespace: true, message: '请填写标准名称' }]}
                  >
                    <Input maxLength={30} />
                  </Form.Item>
                  <Form.Item
                    name={[name, 'explanation']}
                    label="说明"
                    rules={[{ required: true, whitespace: true, message: '请填写标准说明' }]}
                  >
                    <Input.TextArea rows={2} maxLength={300} showCount />
                  </Form.Item>
                  <Form.Item
                    name={[name, 'facts']}
                    label="数据认定的依据"
                    extra="不选的由核查人员认定；数据中没有的也由核查人员认定"
                  >
                    <Select
                      mode="multiple"
                      placeholder="人工核查"
                      options={facts.map(({ fact, label }) => ({ value: fact, label }))}
                    />
                  </Form.Item>
                  {fields.length > 1 && (
                    <Button size="small" aria-label={`删去第 ${name + 1} 项`} onClick={() => remove(name)}>
                      删去
                    </Button>
                  )}
                </fieldset>
              ))}
              {fields.length < 12 && (
                <Button onClick={() => add({ code: `C${Date.now()}`, name: '', explanation: '', facts: [] })}>
                  增加一项
                </Button>
              )}
            </>
          )}
        </Form.List>
        <Form.Item
          name="note"
          label="修改说明"
          rules={[{ required: true, whitespace: true, message: '请填写修改说明' }]}
        >
          <Input maxLength={200} />
        </Form.Item>
      </FormDrawer>
    </>
  );
}
