import { App, Checkbox, Form, Input, Radio } from 'antd';
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
import { dateText, dateTimeText, Definition, Loaded, longDate, Skeleton } from '@/shared/ui';
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
        <Panel title="所办的事项">
          <Definition
            items={[
              { label: '事项', value: `${CASE_KINDS[one.caseKind]}　${one.title}` },
              { label: '编号', value: one.caseNumber },
              { label: '办理机构', value: handlerOf(one) },
              { label: `${endOf(one)}时间`, value: dateTimeText(one.finishedAt) },
            ]}
          />
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
      <Definition
        items={[
          { label: '满意程度', value: <GradeTag of={of.grade} /> },
          { label: '评价时间', value: dateTimeText(of.givenAt) },
          { label: '标签', value: of.tags.join('、') || undefined },
          { label: '匿名', value: of.anonymous ? '是' : '否' },
          { label: '评价内容', value: of.words, wide: true },
          ...(of.answer
            ? [{ label: ANSWERS[of.answer], value: of.answerWords, wide: true }]
            : isSatisfied(of.grade)
              ? []
              : [
                  {
                    label: '处理结果',
                    value: '办理机构会回访并处理，处理结果经复核后发消息告诉您',
                    wide: true,
                  },
                ]),
          ...(of.againGrade
            ? [
                { label: '再次评价', value: <GradeTag of={of.againGrade} /> },
                { label: '再次评价内容', value: of.againWords, wide: true },
              ]
            : []),
        ]}
      />
    </Panel>
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
  const grade = Form.useWatch('grade', form);
  const problems = useProblems();
  const { message } = App.useApp();
  const give = useEvaluate(one.caseId, {
    onSuccess: () => void message.success('感谢您的评价'),
    onError: (error) => problems(error, form),
  });
  return (
    <Panel title="您的评价">
      <Form<Values>
        form={form}
        layout="vertical"
        requiredMark={false}
        onValuesChange={(changed) => {
          // What can be said along with one grade is not for the other.
          if (changed.grade) form.setFieldValue('tags', []);
        }}
        onFinish={({ grade: chosen, tags = [], words, anonymous }) =>
          give.mutate({ grade: chosen, tags, words: words?.trim() || undefined, anonymous, channel: 'PC' })
        }
      >
        <GradeField />
        {grade && <Tags grade={grade} />}
        <WordsField />
        <Form.Item name="anonymous" valuePropName="checked" extra={ANONYMOUS_HELP}>
          <Checkbox>匿名评价</Checkbox>
        </Form.Item>
        <p>
          {ONCE}请于 {longDate(dateText(one.until))}前评价。
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

const WordsField = () => (
  <Form.Item
    name="words"
    label="评价内容（选填）"
    extra="评价可能公开，公开时企业名称隐去部分；请勿填写个人信息。"
    rules={[{ max: 500, message: '不超过 500 字' }]}
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
  const [form] = Form.useForm<Values>();
  const problems = useProblems();
  const { message } = App.useApp();
  const again = useEvaluateAgain(of.id, {
    onSuccess: () => void message.success('感谢您再次评价'),
    onError: (error) => problems(error, form),
  });
  return (
    <Panel title="再次评价">
      <Form<Values>
        form={form}
        layout="vertical"
        requiredMark={false}
        onFinish={({ grade, words }) =>
          again.mutate({ version: of.version, grade, words: words?.trim() || undefined })
        }
      >
        <GradeField />
        <WordsField />
        <p>只能再次评价一次{of.againUntil && `，请于 ${longDate(of.againUntil)}前评价`}。</p>
        <MainButton htmlType="submit" loading={again.isPending}>
          提交再次评价
        </MainButton>
      </Form>
    </Panel>
  );
}
