import { Button, Checkbox, Form, Radio, Space, TextArea, Toast } from 'antd-mobile';
import { useParams } from 'react-router';
import { useDictionary, type Grade, type MyCase, type MyEvaluation } from '@/shared/api';
import {
  ANONYMOUS_HELP,
  ANSWERS,
  CASE_KINDS,
  endOf,
  EvaluationState,
  GradeTag,
  GRADES,
  grades,
  handlerOf,
  isSatisfied,
  ONCE,
  tagsFor,
  useEvaluate,
  useEvaluateAgain,
  useMyCase,
} from '@/shared/evaluations';
import { dateTimeText, Definition, Loaded, longDate, Skeleton } from '@/shared/ui';
import { useProblems } from '@/shared/ui/mobile';
import { Body, Notice, Section } from '../../ui';

/** One finished case: its evaluation, or the form for it. */
export default function EvaluationPage() {
  const { id = '' } = useParams();
  const query = useMyCase(id);
  return (
    <Loaded query={query} skeleton={<Skeleton lines={12} />}>
      {(one) => (
        <Body>
          <Section title="所办的事项">
            <Definition
              columns={1}
              items={[
                { label: '事项', value: `${CASE_KINDS[one.caseKind]}　${one.title}` },
                { label: '编号', value: one.caseNumber },
                { label: '办理机构', value: handlerOf(one) },
                { label: `${endOf(one)}时间`, value: dateTimeText(one.finishedAt) },
              ]}
            />
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
      <Definition
        columns={1}
        items={[
          { label: '满意程度', value: <GradeTag of={of.grade} /> },
          { label: '评价时间', value: dateTimeText(of.givenAt) },
          { label: '标签', value: of.tags.join('、') || undefined },
          { label: '评价内容', value: of.words },
          ...(of.answer
            ? [{ label: ANSWERS[of.answer], value: of.answerWords }]
            : isSatisfied(of.grade)
              ? []
              : [{ label: '处理结果', value: '办理机构会回访并处理，处理结果经复核后发消息告诉您' }]),
          ...(of.againGrade
            ? [
                { label: '再次评价', value: <GradeTag of={of.againGrade} /> },
                { label: '再次评价内容', value: of.againWords },
              ]
            : []),
        ]}
      />
    </Section>
  );
}

interface Values {
  grade: Grade;
  tags?: string[];
  words?: string;
  anonymous?: boolean;
}

function Give({ one }: { one: MyCase }) {
  const [form] = Form.useForm<Values>();
  const grade = Form.useWatch('grade', form) as Grade | undefined;
  const problems = useProblems();
  const give = useEvaluate(one.caseId, {
    onSuccess: () => void Toast.show({ icon: 'success', content: '感谢您的评价' }),
    onError: (error) => problems(error, form),
  });
  return (
    <Section title="您的评价">
      <Form
        form={form}
        layout="vertical"
        onValuesChange={(changed: Partial<Values>) => {
          // What can be said along with one grade is not for the other.
          if (changed.grade) form.setFieldValue('tags', []);
        }}
        onFinish={({ grade: chosen, tags = [], words, anonymous }: Values) =>
          give.mutate({
            grade: chosen,
            tags,
            words: words?.trim() || undefined,
            anonymous,
            channel: 'WECHAT',
          })
        }
        footer={
          <Button block color="primary" type="submit" loading={give.isPending}>
            提交评价
          </Button>
        }
      >
        <GradeField />
        {grade && <Tags grade={grade} />}
        <WordsField />
        <Form.Item name="anonymous" valuePropName="checked" help={ANONYMOUS_HELP}>
          <Checkbox>匿名评价</Checkbox>
        </Form.Item>
      </Form>
      <p>
        {ONCE}请于 {longDate(one.until)}前评价。
      </p>
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

const WordsField = () => (
  <Form.Item
    name="words"
    label="评价内容（选填）"
    description="评价可能公开，公开时企业名称隐去部分；请勿填写个人信息。"
  >
    <TextArea rows={4} maxLength={500} showCount />
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
  const [form] = Form.useForm<Values>();
  const problems = useProblems();
  const again = useEvaluateAgain(of.id, {
    onSuccess: () => void Toast.show({ icon: 'success', content: '感谢您再次评价' }),
    onError: (error) => problems(error, form),
  });
  return (
    <Section title="再次评价">
      <Form
        form={form}
        layout="vertical"
        onFinish={({ grade, words }: Values) =>
          again.mutate({ version: of.version, grade, words: words?.trim() || undefined })
        }
        footer={
          <Button block color="primary" type="submit" loading={again.isPending}>
            提交再次评价
          </Button>
        }
      >
        <GradeField />
        <WordsField />
      </Form>
      <p>只能再次评价一次{of.againUntil && `，请于 ${longDate(of.againUntil)}前评价`}。</p>
    </Section>
  );
}
