import { Button, Checkbox, Form, Radio, Space, Toast } from 'antd-mobile';
import type { ComponentProps } from 'react';
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
import { useProblems } from '@/shared/ui/mobile';
import { Body, Notice, Section } from '../../ui';
import { Words } from '../../ui/Words';

/** One finished case: its evaluation, or the form for it. */
export default function EvaluationPage() {
  const { id = '' } = useParams();
  const query = useMyCase(id);
  return (
    <Loaded query={query} skeleton={<Skeleton lines={12} />}>
      {(one) => (
        <Body>
          <Section title={FINISHED_CASE}>
            <Definition columns={1} items={caseItems(one)} />
          </Section>
          {one.evaluation && <Given of={one.evaluation} />}
          {one.evaluation?.againOpen && <Again of={one.evaluation} />}
          {!one.evaluation && one.open && <Give one={one} />}
          {!one.evaluation && !one.open && (
            <Notice tone="wait">评价已于 {longDate(one.until)}截止，未评价的不计入统计。</Notice>
          )}
        </Body>
      )}
    </Loaded>
  );
}

function Given({ of }: { of: MyEvaluation }) {
  return (
    <Section title="您的评价" more={<EvaluationState of={of.state} mine />}>
      <Definition columns={1} items={givenItems(of)} />
    </Section>
  );
}

function Give({ one }: { one: MyCase }) {
  const [form] = Form.useForm<EvaluationValues>();
  const grade = Form.useWatch('grade', form) as Grade | undefined;
  const problems = useProblems();
  const draft = useDraft<EvaluationValues>(`evaluation.${one.caseId}`);
  const give = useEvaluate(one.caseId, {
    onSuccess: () => {
      draft.clear();
      void Toast.show({ icon: 'success', content: EVALUATION_THANKS });
    },
    onError: (error) => problems(error, form),
  });
  return (
    <Section title="您的评价">
      <Form
        form={form}
        layout="vertical"
        requiredMarkStyle="none"
        initialValues={{ anonymous: one.nameless, ...draft.found }}
        onValuesChange={(changed: Partial<EvaluationValues>) => {
          forgetTags(changed, form);
          draft.save(form.getFieldsValue() as EvaluationValues);
        }}
        onFinish={(values: EvaluationValues) => {
          draft.saveNow(values);
          give.mutate(evaluationOf(values, 'WECHAT'));
        }}
        footer={
          <>
            <p style={{ marginBottom: 12 }}>
              {ONCE}请于 {byDay(one.until)}评价。
            </p>
            <Button block color="primary" type="submit" loading={give.isPending}>
              提交评价
            </Button>
          </>
        }
      >
        <GradeField />
        {grade && <Tags grade={grade} />}
        <WordsField rules={reasonRules} />
        <Form.Item
          name="anonymous"
          valuePropName="checked"
          description={one.nameless ? NAMELESS_HELP : ANONYMOUS_HELP}
        >
          <Checkbox>匿名评价</Checkbox>
        </Form.Item>
      </Form>
    </Section>
  );
}

const GradeField = () => (
  <Form.Item name="grade" label="满意程度" rules={[{ required: true, message: '请选择满意程度' }]}>
    <Radio.Group>
      <Space direction="vertical">
        {grades.map((value) => (
          <Radio key={value} value={value}>
            {GRADES[value]}
          </Radio>
        ))}
      </Space>
    </Radio.Group>
  </Form.Item>
);

const WordsField = ({ rules }: { rules?: ComponentProps<typeof Form.Item>['rules'] }) => (
  <Form.Item
    name="words"
    label="评价内容（选填）"
    description={WORDS_HELP}
    dependencies={['grade', 'tags']}
    rules={rules}
  >
    <Words rows={4} maxLength={500} />
  </Form.Item>
);

function Tags({ grade }: { grade: Grade }) {
  const { data = [] } = useDictionary(tagsFor(grade));
  if (!data.length) return null;
  return (
    <Form.Item name="tags" label="评价标签（选填）">
      <Checkbox.Group>
        <Space direction="vertical">
          {data.map(({ name }) => (
            <Checkbox key={name} value={name}>
              {name}
            </Checkbox>
          ))}
        </Space>
      </Checkbox.Group>
    </Form.Item>
  );
}

function Again({ of }: { of: MyEvaluation }) {
  const [form] = Form.useForm<EvaluationValues>();
  const problems = useProblems();
  const again = useEvaluateAgain(of.id, {
    onSuccess: () => void Toast.show({ icon: 'success', content: AGAIN_THANKS }),
    onError: (error) => problems(error, form),
  });
  return (
    <Section title="再次评价">
      <Form
        form={form}
        layout="vertical"
        requiredMarkStyle="none"
        onFinish={(values: EvaluationValues) => again.mutate(againOf(values, of))}
        footer={
          <>
            <p style={{ marginBottom: 12 }}>
              只能再次评价一次{of.againUntil && `，请于 ${byDay(of.againUntil)}评价`}。
            </p>
            <Button block color="primary" type="submit" loading={again.isPending}>
              提交再次评价
            </Button>
          </>
        }
      >
        <GradeField />
        <WordsField />
      </Form>
    </Section>
  );
}
