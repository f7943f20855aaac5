import { isProblem, problemText, signInUrl, useMe, type Fact, type SelfCheckForm } from '../api';
import { changedIn, keepForSignIn, type Answers } from './answers';
import type { CheckKind } from './checks';
import type { CheckLinks } from './links';
import { useSaveChecked } from './queries';
import css from './SelfCheck.module.css';

/** What can be done with what was typed: saved by who acts for an enterprise, taken to the sign-in by who does not. */
export function Keep({
  kind,
  form,
  facts,
  answers,
  links,
}: {
  kind: CheckKind;
  form: SelfCheckForm;
  facts: Fact[];
  answers: Answers;
  links: CheckLinks;
}) {
  const { me } = useMe();
  const save = useSaveChecked(kind);
  const { values, errors } = changedIn(facts, answers);
  const changed = facts.filter((fact) => fact.name in values);
  const own = changed.filter((fact) => fact.editable);
  const fixed = changed.filter((fact) => !fact.editable);
  if (!form.enterpriseName) {
    return (
      <aside className={css.keep} aria-label="登录后">
        <p>
          <b>{me ? '领取企业码后' : '登录后'}</b>
          可以把这些数据保存到企业画像、出具规划报告、直接申报政策和申请贷款。
        </p>
        {me ? (
          links.claim('领取企业码')
        ) : (
          <a className={css.plain} href={signInUrl(links.here)} onClick={() => keepForSignIn(kind, answers)}>
            登录并带上已填的数据
          </a>
        )}
      </aside>
    );
  }
  return (
    <aside className={css.keep} aria-label="保存">
      {own.length > 0 ? (
        <>
          <p>
            有 <b className="zq-num">{own.length}</b> 项与企业画像不同（
            {own.map((fact) => fact.label).join('、')}
            ），目前只在本页有效。
          </p>
          <button
            type="button"
            className={css.plain}
            disabled={save.isPending || Object.keys(errors).length > 0}
            onClick={() =>
              save.mutate({
                facts: Object.fromEntries(own.map((fact) => [fact.name, values[fact.name]!])),
                version: form.version,
              })
            }
          >
            {save.isPending ? '正在保存' : '保存到企业画像'}
          </button>
        </>
      ) : (
        <p>本页数据与企业画像一致。{links.match('智能匹配')}会保存结果，并可出具规划报告。</p>
      )}
      {fixed.length > 0 && (
        <p className={css.muted}>
          {fixed.map((fact) => fact.label).join('、')}以登记信息为准，不能在这里保存。
        </p>
      )}
      {save.error && (
        <p className={css.bad} role="alert">
          {isProblem(save.error) && save.error.fields.length
            ? save.error.fields.map((one) => one.message).join('；')
            : problemText(save.error)}
        </p>
      )}
    </aside>
  );
}
