import type { LoanApplication } from '../api';
import { sizeText } from '../declarations/form';
import { dateTimeText } from '../ui/format';
import { Icon } from '../ui/Icon';
import css from './HandedIn.module.css';

/** Each file that the enterprise handed in, with what the bank had asked for where it answers that. */
export const handedIn = ({ timeline }: Pick<LoanApplication, 'timeline'>) =>
  timeline.flatMap((entry, at) =>
    (entry.files ?? []).map((file) => ({
      ...file,
      at: entry.at,
      answers:
        entry.kind === 'MATERIAL_SUPPLIED'
          ? timeline.slice(0, at).findLast((step) => step.kind === 'MATERIAL_ASKED')?.note
          : undefined,
    })),
  );

/** Files of an application, for its enterprise and for its bank; opened beside, or taken along. */
export function HandedIn({ of: application }: { of: Pick<LoanApplication, 'timeline'> }) {
  return (
    <ul className={css.files}>
      {handedIn(application).map(({ id, name, size, at, answers }) => (
        <li key={id}>
          <p className={css.file}>
            <Icon name="file" size={18} />
            <a href={`/api/finance/application-files/${id}`} target="_blank" rel="noreferrer">
              {name}
            </a>
            <small>
              {sizeText(size)} · <time dateTime={at}>{dateTimeText(at)}</time>
            </small>
            <a href={`/api/finance/application-files/${id}`} download={name}>
              下载<span className="zq-hidden">{name}</span>
            </a>
          </p>
          <p className={css.why}>{answers ? `答复银行的要求：${answers}` : '企业主动提交'}</p>
        </li>
      ))}
    </ul>
  );
}
