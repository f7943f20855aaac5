import { useQuery, useQueryClient } from '@tanstack/react-query';
import { App, Button, Form, InputNumber } from 'antd';
import { useState } from 'react';
import { api, type PromiseTerm } from '@/shared/api';
import type { PromiseOf } from '@/shared/promise';
import { Loaded } from '@/shared/ui';
import { ACTIONS, FormDrawer } from '@/shared/ui/antd';
import { PageHead, pageCss, Panel } from '../../ui/page';
import { PanelTable } from '../../ui/PanelTable';
import { isConflict, useThingConflict } from '../../ui/useConflict';
import { within } from '../../ui/within';
import { ChainFields, ChainText, MOST_STEPS, type ChainStep, type RungNames } from './Chain';

/** The terms of all kinds of bank answers stand in one table, and so do those of what departments answer. */
type TermsOf = Exclude<PromiseOf, 'DEMAND' | 'COORDINATION' | 'REDEMPTION'>;

interface TermsKind {
  title: string;
  path: string;
  classes: Record<string, string>;
  /** Classes of which each case says how many days. */
  daysBy?: Record<string, string>;
  rungs: RungNames;
}

const KINDS = {
  LOAN: {
    title: '融资申请、需求与推荐：银行答复',
    path: '/api/finance/promise-terms',
    classes: {
      FIRST: '首贷',
      RENEWAL: '续贷',
      ADDITIONAL: '新增贷款',
      DEMAND: '融资需求的认领',
      COORDINATION: '小微融资协调的推荐',
    },
    rungs: { HEADS: '银行负责人', OVERSEERS: '金融办', OPERATORS: '运营人员' },
  },
  CLAIM: {
    title: '领码申请：审核',
    path: '/api/code/promise-terms',
    classes: { FIRST: '首次认证', RENEWAL: '重新认证' },
    rungs: { HEADS: '审核工作负责人', OPERATORS: '运营人员' },
  },
  DECLARATION: {
    title: '政策申报和兑现：部门办理',
    path: '/api/policy/promise-terms',
    classes: { STEP: '政策申报的环节', REVIEW: '兑付申请的审核' },
    daysBy: { STEP: '由申报项目按环节设定' },
    rungs: { HEADS: '部门负责人', OVERSEERS: '督办各部门的人员', OPERATORS: '运营人员' },
  },
  EVALUATION: {
    title: '好差评：差评处理',
    path: '/api/ops/promise-terms',
    classes: { CALL_BACK: '差评' },
    rungs: { HEADS: '复核人员', OPERATORS: '运营人员' },
  },
} as const satisfies Record<TermsOf, TermsKind>;
const kinds = Object.keys(KINDS) as TermsOf[];

interface Edited {
  of: TermsOf;
  term: PromiseTerm;
}

interface TermForm {
  /** Absent where each case says it. */
  workingDays?: number;
  /** In percent. */
  warnAfter: number;
  steps: ChainStep[];
}

const kindOf = (of: TermsOf): TermsKind => KINDS[of];
const nameOf = ({ of, term }: Edited) => kindOf(of).classes[term.caseClass] ?? term.caseClass;
const daysBy = ({ of, term }: Edited) => kindOf(of).daysBy?.[term.caseClass];

/** 承诺时限: within how many working days each class of cases is answered, when people are warned, and who is told when it was not. */
export default function TermsPage() {
  const queries = useQueryClient();
  const { message } = App.useApp();
  const conflict = useThingConflict('承诺时限', [['promise-terms']]);
  const [edited, setEdited] = useState<Edited>();
  const save = async ({ workingDays, warnAfter, steps }: TermForm) => {
    if (!edited) return;
    const chain = steps.flatMap(({ after, to }) => (after && to ? [{ after, to }] : []));
    try {
      await api.put(`${KINDS[edited.of].path}/{caseClass}`, {
        path: { caseClass: edited.term.caseClass as 'FIRST' | 'RENEWAL' },
        body: {
          workingDays: workingDays ?? edited.term.workingDays,
          warnAfter: warnAfter / 100,
          escalateAfter: chain.map(({ after }) => after),
          escalateTo: chain.map(({ to }) => to),
          version: edited.term.version,
        },
      });
      void message.success('已保存，此后提交的事项按新时限计算');
    } catch (error) {
      if (!isConflict(error)) throw error;
      void conflict(error);
    }
    await queries.invalidateQueries({ queryKey: ['promise-terms'] });
  };
  return (
    <div className={pageCss.page}>
      <PageHead
        title="承诺时限"
        facts={<span>按工作日计算，修改后对此后提交的事项生效，已承诺的不变</span>}
      />
      {kinds.map((of) => (
        <Terms key={of} of={of} edit={(term) => setEdited({ of, term })} />
      ))}
      <FormDrawer<TermForm>
        open={!!edited}
        title={edited ? `${KINDS[edited.of].title}（${nameOf(edited)}）` : ''}
        submitText="保存"
        initialValues={
          edited && {
            workingDays: edited.term.workingDays,
            warnAfter: Math.round(edited.term.warnAfter * 100),
            steps: Array.from({ length: MOST_STEPS }, (_, i) => ({
              after: edited.term.escalateAfter[i],
              to: edited.term.escalateTo[i],
            })),
          }
        }
        onClose={() => setEdited(undefined)}
        onSubmit={save}
      >
        {edited && daysBy(edited) ? (
          <p>承诺时限{daysBy(edited)}，这里只设预警和上报。</p>
        ) : (
          <Form.Item
            name="workingDays"
            label="承诺工作日"
            extra="自收到的次日起算，只计工作日；休息日收到的，其后第一个工作日为第 1 天"
            rules={[{ required: true, message: '请填写承诺工作日' }, within(1, 200)]}
          >
            <InputNumber<number> suffix="个工作日" style={{ width: '100%' }} />
          </Form.Item>
        )}
        <Form.Item
          name="warnAfter"
          label="预警比例"
          extra="时限过去这么多时提醒经办人"
          rules={[{ required: true, message: '请填写预警比例' }, within(10, 95)]}
        >
          <InputNumber<number> suffix="%" style={{ width: '100%' }} />
        </Form.Item>
        {edited && <ChainFields names={kindOf(edited.of).rungs} />}
      </FormDrawer>
    </div>
  );
}

function Terms({ of, edit }: { of: TermsOf; edit: (term: PromiseTerm) => void }) {
  const query = useQuery({
    queryKey: ['promise-terms', of],
    queryFn: ({ signal }) => api.get(KINDS[of].path, { signal }),
  });
  return (
    <Panel title={KINDS[of].title} bare>
      <Loaded query={query} compact>
        {(terms) => (
          <PanelTable<PromiseTerm>
            name={KINDS[of].title}
            rowKey="caseClass"
            rows={terms}
            size={50}
            columns={[
              { key: 'class', title: '事项', width: '22%', render: (_, term) => nameOf({ of, term }) },
              {
                key: 'days',
                title: '承诺时限',
                width: '16%',
                render: (_, term) => daysBy({ of, term }) ?? `${term.workingDays} 个工作日`,
              },
              {
                key: 'warn',
                title: '预警',
                width: '18%',
                render: (_, term) => `时限过去 ${Math.round(term.warnAfter * 100)}% 时`,
              },
              {
                key: 'chain',
                title: '超期后上报',
                width: '32%',
                render: (_, term) => <ChainText term={term} names={kindOf(of).rungs} />,
              },
              {
                key: ACTIONS,
                title: '操作',
                width: '12%',
                render: (_, term) => (
                  <Button
                    type="link"
                    size="small"
                    aria-label={`修改${nameOf({ of, term })}的承诺时限`}
                    onClick={() => edit(term)}
                  >
                    修改
                  </Button>
                ),
              },
            ]}
          />
        )}
      </Loaded>
    </Panel>
  );
}
