import type { ConditionResult, CriteriaAnswer } from '@/shared/api';
import { problemText } from '@/shared/api';
import { label } from '@/shared/i18n';
import { figuresIn, Unverified } from '@/shared/ui';
import css from './criteria.module.css';
import { faultText } from './model';

/** The whole tree in the words in which enterprises will read it. */
export function Preview({
  answer,
  loading,
  error,
  empty,
  title = '企业看到的条件',
}: {
  answer: CriteriaAnswer | undefined;
  loading: boolean;
  error: Error | null;
  empty: boolean;
  title?: string;
}) {
  return (
    <section className={css.preview} aria-label="条件预览" aria-busy={loading}>
      <h2>{title}</h2>
      {empty && <p className={css.quiet}>填写条件后，这里用匹配结果中的文字说明它们。</p>}
      {error && <p className={css.fault}>{problemText(error)}</p>}
      {!empty && !!answer?.faults.length && (
        <>
          <p className={css.fault}>有 {answer.faults.length} 处待改，改好后显示说明：</p>
          <ul>
            {answer.faults.slice(0, 8).map((fault) => (
              <li key={`${fault.path} ${fault.code} ${fault.member}`}>{faultText(fault)}</li>
            ))}
          </ul>
        </>
      )}
      {!empty && answer && !answer.faults.length && (
        <ol className={css.told}>
          {answer.conditions.map((condition, index) => (
            <Told key={index} condition={condition} />
          ))}
        </ol>
      )}
    </section>
  );
}

function Told({ condition }: { condition: ConditionResult }) {
  const { children = [], choice, required } = condition;
  const repeated = required === condition.label;
  // One line of a scoring table asks for nothing: its 满分 stands there as it is.
  const item = condition.score && choice !== 'SCORE';
  return (
    <li>
      <span className={css.toldLabel}>{condition.label}</span> {!condition.certain && <Unverified />}
      {required && !repeated && (
        <span className={css.required}>
          {!item && '要求：'}
          {figuresIn(required)}
        </span>
      )}
      {!required && condition.gapText && <span className={css.required}>{figuresIn(condition.gapText)}</span>}
      {condition.score && !item && <span className={css.required}>合格线 {condition.score.pass} 分</span>}
      {(condition.clause || condition.place) && (
        <span className={css.clause}>
          {condition.clause}
          {condition.place && `（${condition.place}）`}
        </span>
      )}
      {children.length > 0 && (
        <>
          {choice && !required && (
            <span className={css.required}>
              {label('conditionChoice', choice)}
              {choice === 'BAND' && '，不在任何一档的不符合'}
            </span>
          )}
          <ol>
            {children.map((child, index) => (
              <Told key={index} condition={child} />
            ))}
          </ol>
        </>
      )}
    </li>
  );
}
