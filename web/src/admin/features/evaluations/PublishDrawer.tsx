import { Alert, Form, Select } from 'antd';
import { api, type EvaluationDetail } from '@/shared/api';
import { FormDrawer } from '@/shared/ui/antd';
import css from './evaluations.module.css';
import { coveredIn, namesOf, wordsOf } from './names';

const MOST = 20;
const SHORTEST = 2;

/** What everybody will read is read once more before, and names in it are covered. */
export function PublishDrawer({
  detail,
  open,
  onClose,
  send,
}: {
  detail: EvaluationDetail;
  open: boolean;
  onClose: () => void;
  /** Runs what publishes, and tells what came of it. */
  send: (publishing: () => Promise<unknown>) => Promise<void>;
}) {
  const { evaluation: one } = detail;
  const names = namesOf(detail);
  const words = wordsOf(one);
  return (
    <FormDrawer<{ cover: string[] }>
      open={open}
      title="公开评价"
      submitText="确认公开"
      onClose={onClose}
      initialValues={{ cover: [...one.coveredWords, ...names] }}
      onSubmit={({ cover }, idempotencyKey) =>
        send(() =>
          api.post('/api/ops/evaluations/{id}/publish', {
            path: { id: one.id },
            body: { version: one.version, cover },
            idempotencyKey,
          }),
        )
      }
    >
      <p>
        门户“服务评价”会向公众显示评价和处理结果。企业全称和电话、证件号码、账号会自动遮盖
        {detail.ownNames.length > 0 && `，评价人写到的“${detail.ownNames.join('”“')}”也会`}。
      </p>
      {!one.enterpriseName && (
        <p>您不能查看这项匿名评价的企业，文字中的企业简称不作提示；有简称的，请在下面填写遮盖。</p>
      )}
      {names.length > 0 && (
        <Alert
          className={css.names}
          type="warning"
          showIcon
          title={`文字中可能有企业简称或人名：${names.join('、')}`}
        />
      )}
      <Form.Item
        name="cover"
        label="另外遮盖的文字"
        extra="企业简称、人名等，输入一处后按回车；公开时显示为 ***"
        rules={[
          {
            validator: (_rule, cover: string[] = []) => {
              const wrong = cover.find(
                (one) => one.length < SHORTEST || !words.some(({ text }) => text.includes(one)),
              );
              return wrong === undefined
                ? Promise.resolve()
                : Promise.reject(
                    new Error(
                      wrong.length < SHORTEST
                        ? `要遮盖的文字至少 ${SHORTEST} 个字`
                        : `评价和处理结果里没有“${wrong}”`,
                    ),
                  );
            },
          },
        ]}
      >
        <Select
          mode="tags"
          open={false}
          suffixIcon={null}
          maxCount={MOST}
          tokenSeparators={['，', ',', '、']}
        />
      </Form.Item>
      <Form.Item noStyle dependencies={['cover']}>
        {({ getFieldValue }) => (
          <section className={css.shown}>
            <h3>遮盖后的文字</h3>
            <p>企业全称和电话等在公开时另行遮盖。</p>
            {words.length === 0 && <p>没有文字，只显示满意度和标签。</p>}
            {words.map(({ title, text }) => (
              <p key={title}>
                <b>{title}：</b>
                {coveredIn(text, [
                  ...((getFieldValue('cover') as string[] | undefined) ?? []),
                  ...detail.ownNames,
                ])}
              </p>
            ))}
          </section>
        )}
      </Form.Item>
    </FormDrawer>
  );
}
