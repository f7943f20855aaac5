import { App, Checkbox, Form, Input, Radio } from 'antd';
import type { Rule } from 'antd/es/form';
import { useParams } from 'react-router';
import { useDictionary, type Grade, type MyCase, type MyEvaluation } from '@/shared/api';
import {
  ANONYMOUS_HELP,
  EvaluationState,
  GRADES,
  NAMELESS_HELP,
  grades,
  ONCE,
  tagsFor,
  useEvaluate,
  useEvaluateAgain,
  useMyCase,
} from '@/shared/evaluations';
import {
  AGAIN_THANKS,
  againOf,
  caseItems,
  EVALUATION_THANKS,
  evaluationOf,
  FINISHED_CASE,
  forgetTags,
  givenItems,
  reasonRules,
  WORDS_HELP,
  type EvaluationValues,
} from '@/shared/evaluations/giving';
import { byDay, Definition, Loaded, longDate, Skeleton, useDraft } from '@/shared/ui';
import { CheckGroup, MainButton, useProblems } from '@/shared/ui/antd';
import { ButtonLink, Notice } from '../../ui';
import { CenterHead, Panel, Stack } from '../../ui/Panel';

/** One finished case: its evaluation, or the form for it. */
export default function EvaluationPage() {
  const { id = '' } = useParams();
  const query = useMyCase(id);
  return (
    <Loaded page query={query} skeleton={<Skeleton lines={10} />}>
      {(one) => <Case one={one} />}
    </Loaded>
  );
}

function Case({ one }: { one: MyCase }) {
  return (
    <>
      <CenterHead
        title="评价办理情况"
        intro={one.title}
        actions={
          <ButtonLink look="plain" small to="/center/evaluations">
            返回列表
          </ButtonLink>
        }
      />
      <Stack>
        <Panel title={FINISHED_CASE}>
          <Definition items={caseItems(one)} />
        </Panel>
        {one.evaluation && <Given of={one.evaluation} />}
        {one.evaluation?.againOpen && <Again of={one.evaluation} />}
        {!one.evaluation && one.open && <Give one={one} />}
        {!one.evaluation && !one.open && (
          <Notice tone="wait">评价已于 {longDate(one.until)}截止，未评价的不计入统计。</Notice>
        )}
      </Stack>
    </>
  );
}

function Given({ of }: { of: MyEvaluation }) {
  return (
    <Panel title="您的评价" more={<EvaluationState of={of.state} mine />}>
      <Definition items={givenItems(of)} />
    </Panel>
  );
}

function Give({ one }: { one: MyCase }) {
  const [form] = Form.useForm<EvaluationValues>();
  const grade = Form.useWatch('grade', form);
  const problems = useProblems();
  const { message } = App.useApp();
  const draft = useDraft<EvaluationValues>(`evaluation.${one.caseId}`);
  const give = useEvaluate(one.caseId, {
    onSuccess: () => {
      draft.clear();
      void message.success(EVALUATION_THANKS);
    },
    onError: (error) => problems(error, form),
  });
  return (
    <Panel title="您的评价">
      <Form<EvaluationValues>
        form={form}
        layout="vertical"
        requiredMark={false}
        initialValues={{ anonymous: one.nameless, ...draft.found }}
        onValuesChange={(changed) => {
          forgetTags(changed, form);
          draft.save(form.getFieldsValue());
        }}
        onFinish={(values) => {
          draft.saveNow(values);
          give.mutate(evaluationOf(values, 'PC'));
        }}
      >
        <GradeField />
        {grade && <Tags grade={grade} />}
        <WordsField rules={reasonRules} />
        <Form.Item
          name="anonymous"
          valuePropName="checked"
          extra={one.nameless ? NAMELESS_HELP : ANONYMOUS_HELP}
        >
          <Checkbox>匿名评价</Checkbox>
        </Form.Item>
        <p style={{ marginBottom: 16 }}>
          {ONCE}请于 {byDay(one.until)}评价。
        </p>
        <MainButton htmlType="submit" loading={give.isPending}>
          提交评价
        </MainButton>
      </Form>
    </Panel>
  );
}

const GradeField = () => (
  <Form.Item name="grade" label="满意程度" rules={[{ required: true, message: '请选择满意程度' }]}>
    <Radio.Group options={grades.map((value) => ({ value, label: GRADES[value] }))} />
  </Form.Item>
);

const WordsField = ({ rules = [] }: { rules?: Rule[] }) => (
  <Form.Item
    name="words"
    label="评价内容（选填）"
    extra={WORDS_HELP}
    dependencies={['grade', 'tags']}
    rules={[{ max: 500, message: '不超过 500 字' }, ...rules]}
  >
    <Input.TextArea rows={4} maxLength={500} showCount />
  </Form.Item>
);

function Tags({ grade }: { grade: Grade }) {
  const { data = [] } = useDictionary(tagsFor(grade));
  if (!data.length) return null;
  return (
    <Form.Item name="tags" label="评价标签（选填）">
      <CheckGroup options={data.map(({ name }) => ({ value: name, label: name }))} />
    </Form.Item>
  );
}

function Again({ of }: { of: MyEvaluation }) {
  const [form] = Form.useForm<EvaluationValues>();
  const problems = useProblems();
  const { message } = App.useApp();
  const again = useEvaluateAgain(of.id, {
    onSuccess: () => void message.success(AGAIN_THANKS),
    onError: (error) => problems(error, form),
  });
  return (
    <Panel title="再次评价">
      <Form<EvaluationValues>
        form={form}
        layout="vertical"
        requiredMark={false}
        onFinish={(values) => again.mutate(againOf(values, of))}
      >
        <GradeField />
        <WordsField />
        <p style={{ marginBottom: 16 }}>
          只能再次评价一次{of.againUntil && `，请于 ${byDay(of.againUntil)}评价`}。
        </p>
        <MainButton htmlType="submit" loading={again.isPending}>
          提交再次评价
        </MainButton>
      </Form>
    </Panel>
  );
}
