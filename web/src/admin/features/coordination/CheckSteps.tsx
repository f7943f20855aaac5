import { useQuery, useQueryClient } from '@tanstack/react-query';
import { App, Button, Form, Input, Radio, Select } from 'antd';
import { useState } from 'react';
import { api, type CaseCheck, type CoordinationCase, type CriterionFinding } from '@/shared/api';
import { dropDecisionDrafts } from '@/shared/api/drafts';
import { StandingTag } from '@/shared/coordination';
import { Loaded, PlainTable } from '@/shared/ui';
import { FormDrawer } from '@/shared/ui/antd';
import { enoughWords, LEAST_HINT } from '@/shared/ui/reasons';
import { ActionBar, MainButton, Panel } from '../../ui/page';
import { isConflict, useConflict } from '../../ui/useConflict';
import { useCoordinationBanks } from './queries';

interface Said {
  met?: boolean;
  words?: string;
}

interface RecommendForm {
  said?: Record<string, Said>;
  banks: string[];
}

interface RejectForm {
  said?: Record<string, Said>;
  reason: string;
}

const sayable = ({ findings }: CaseCheck) => findings.filter(({ byData }) => !byData);

/** What was found of those that data does not decide; without a word nothing was found. */
const saidOf = (check: CaseCheck, said: Record<string, Said> = {}) =>
  sayable(check).flatMap(({ code }) => {
    const { met, words } = said[code] ?? {};
    return met === undefined || !words?.trim() ? [] : [{ code, met, words: words.trim() }];
  });

/** What the finance office does with a case: check it, recommend it, or say why not; and ask one more bank. */
export function CheckSteps({ one }: { one: CoordinationCase }) {
  if (one.status === 'DECLARED') return <Check one={one} />;
  if (['RECOMMENDED', 'ANSWERED', 'CLOSED'].includes(one.status)) return <MoreBanks one={one} />;
  return null;
}

function useRun(caseId: string) {
  const queries = useQueryClient();
  const { message } = App.useApp();
  const conflict = useConflict([['coordination']]);
  return async (done: string, send: () => Promise<unknown>) => {
    let decided = true;
    try {
      await send();
      dropDecisionDrafts(caseId);
      void message.success(done);
    } catch (error) {
      if (!isConflict(error)) throw error;
      void conflict(error);
      decided = false;
    }
    await queries.invalidateQueries({ queryKey: ['coordination'] });
    return decided;
  };
}

function Check({ one }: { one: CoordinationCase }) {
  const query = useQuery({
    queryKey: ['coordination', 'check', one.id],
    queryFn: ({ signal }) =>
      api.get('/api/finance/coordination-cases/{id}/check', { path: { id: one.id }, signal }),
  });
  return <Loaded query={query}>{(check) => <Checked one={one} check={check} />}</Loaded>;
}

function Checked({ one, check }: { one: CoordinationCase; check: CaseCheck }) {
  const [open, setOpen] = useState<'recommend' | 'reject'>();
  const run = useRun(one.id);
  const banks = useCoordinationBanks(open === 'recommend');
  const close = () => setOpen(undefined);
  const path = { id: one.id };
  const against = check.findings.some(({ standing }) => standing === 'NOT_MET');
  return (
    <>
      <Panel title="按标准核查" extra={`标准第 ${check.edition} 版`} bare>
        <PlainTable
          prose
          head={['标准', '说明', '结果', '依据']}
          rows={check.findings.map((finding) => [
            finding.name,
            finding.explanation,
            <StandingTag key="standing" of={finding.standing} />,
            finding.reason,
          ])}
        />
      </Panel>
      <ActionBar
        hint={
          against
            ? '有标准由登记信息认定为不满足，不能推荐'
            : '待核查的逐项核实并写明依据，全部满足后推荐给银行'
        }
      >
        <Button onClick={() => setOpen('reject')}>核查不通过</Button>
        <MainButton type="primary" disabled={against} onClick={() => setOpen('recommend')}>
          核查并推荐
        </MainButton>
      </ActionBar>
      <FormDrawer<RecommendForm>
        open={open === 'recommend'}
        title="核查并推荐"
        submitText="推荐给银行"
        size={560}
        onClose={close}
        onSubmit={({ said, banks: to }, idempotencyKey) =>
          run('已列入推荐清单，银行和企业会收到通知', () =>
            api.post('/api/finance/coordination-cases/{id}/recommend', {
              path,
              body: {
                version: one.version,
                edition: check.edition,
                findings: saidOf(check, said),
                banks: to,
              },
              idempotencyKey,
            }),
          )
        }
      >
        {sayable(check).map((finding) => (
          <FindingItem key={finding.code} finding={finding} must />
        ))}
        <Form.Item
          name="banks"
          label="推荐给"
          extra="可选一家或几家，申报信息会提供给这些银行"
          rules={[{ required: true, message: '请选择推荐的银行' }]}
        >
          <Select
            mode="multiple"
            maxCount={10}
            placeholder="请选择银行"
            loading={banks.isPending}
            optionFilterProp="label"
            options={(banks.data ?? []).map(({ id, name }) => ({ value: id, label: name }))}
          />
        </Form.Item>
      </FormDrawer>
      <FormDrawer<RejectForm>
        keeps={one.id}
        open={open === 'reject'}
        title="核查不通过"
        submitText="确认不通过"
        size={560}
        danger
        onClose={close}
        onSubmit={({ said, reason }, idempotencyKey) =>
          run('已作不通过处理，企业会收到原因', () =>
            api.post('/api/finance/coordination-cases/{id}/reject', {
              path,
              body: {
                version: one.version,
                edition: check.edition,
                findings: saidOf(check, said),
                reason: reason.trim(),
              },
              idempotencyKey,
            }),
          )
        }
      >
        {sayable(check).map((finding) => (
          <FindingItem key={finding.code} finding={finding} />
        ))}
        <Form.Item
          name="reason"
          label="不通过的原因"
          extra="企业会看到"
          rules={[
            { required: true, whitespace: true, message: '请填写不通过的原因' },
            { max: 500, message: '不超过 500 字' },
            enoughWords('不通过的原因'),
          ]}
        >
          <Input.TextArea rows={4} maxLength={500} showCount placeholder={LEAST_HINT} />
        </Form.Item>
      </FormDrawer>
    </>
  );
}

/** One criterion that a person decides. */
function FindingItem({ finding, must = false }: { finding: CriterionFinding; must?: boolean }) {
  return (
    <>
      <Form.Item
        name={['said', finding.code, 'met']}
        label={finding.name}
        required={must}
        extra={finding.explanation}
        rules={
          must
            ? [
                {
                  validator: (_, met?: boolean) =>
                    met === true
                      ? Promise.resolve()
                      : Promise.reject(
                          new Error(met === undefined ? `请核查${finding.name}` : '不满足的不能推荐'),
                        ),
                },
              ]
            : undefined
        }
      >
        <Radio.Group
          options={[
            { value: true, label: '满足' },
            { value: false, label: '不满足' },
          ]}
        />
      </Form.Item>
      <Form.Item
        name={['said', finding.code, 'words']}
        label={`${finding.name}的核查说明`}
        rules={must ? [{ required: true, whitespace: true, message: '请填写核查说明' }] : undefined}
      >
        <Input maxLength={300} placeholder="看到或查到了什么" />
      </Form.Item>
    </>
  );
}

function MoreBanks({ one }: { one: CoordinationCase }) {
  const [open, setOpen] = useState(false);
  const [closing, setClosing] = useState(false);
  const run = useRun(one.id);
  const banks = useCoordinationBanks(open);
  const waits = one.answers.filter(({ status }) => status === 'PENDING');
  const silent = waits.length > 0 && waits.every(({ promise }) => promise?.broken);
  const there = new Set(one.answers.map(({ bankId }) => bankId));
  return (
    <>
      <ActionBar
        hint={silent ? '银行超过承诺时限没有答复，可以催办、再推荐给其他银行或关闭' : '可以再推荐给其他银行'}
      >
        <Button onClick={() => setOpen(true)}>增加银行</Button>
        {silent && (
          <Button danger onClick={() => setClosing(true)}>
            关闭未答复的推荐
          </Button>
        )}
      </ActionBar>
      <FormDrawer<{ banks: string[] }>
        open={open}
        title="增加银行"
        submitText="确认推荐"
        onClose={() => setOpen(false)}
        onSubmit={({ banks: to }, idempotencyKey) =>
          run('已推荐，银行和企业会收到通知', () =>
            api.post('/api/finance/coordination-cases/{id}/add-banks', {
              path: { id: one.id },
              body: { version: one.version, banks: to },
              idempotencyKey,
            }),
          )
        }
      >
        <Form.Item name="banks" label="推荐给" rules={[{ required: true, message: '请选择推荐的银行' }]}>
          <Select
            mode="multiple"
            maxCount={10}
            placeholder="请选择银行"
            loading={banks.isPending}
            optionFilterProp="label"
            options={(banks.data ?? [])
              .filter(({ id }) => !there.has(id))
              .map(({ id, name }) => ({ value: id, label: name }))}
          />
        </Form.Item>
      </FormDrawer>
      <FormDrawer<{ reason: string }>
        open={closing}
        title="关闭未答复的推荐"
        submitText="确认关闭"
        danger
        onClose={() => setClosing(false)}
        onSubmit={({ reason }, idempotencyKey) =>
          run('已关闭，银行、企业和走访单位会收到通知', () =>
            api.post('/api/finance/coordination-cases/{id}/close', {
              path: { id: one.id },
              body: { version: one.version, reason: reason.trim() },
              idempotencyKey,
            }),
          )
        }
      >
        <p>{waits.map(({ bankName }) => bankName).join('、')}将记为未答复，不能再答复。</p>
        <Form.Item
          name="reason"
          label="关闭的原因"
          extra="企业和银行会看到"
          rules={[
            { required: true, whitespace: true, message: '请填写关闭的原因' },
            { max: 500, message: '不超过 500 字' },
            enoughWords('关闭的原因'),
          ]}
        >
          <Input.TextArea rows={4} maxLength={500} showCount placeholder={LEAST_HINT} />
        </Form.Item>
      </FormDrawer>
    </>
  );
}
