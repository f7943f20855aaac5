import type { CriteriaFault } from '@/shared/api';
import { Loaded } from '@/shared/ui';
import { OF_POLICIES, type Asked } from './asked';
import { useFacts } from './codes';
import css from './criteria.module.css';
import { CriteriaEditor } from './CriteriaEditor';
import type { Criterion } from './model';
import { Preview } from './Preview';
import { usePreview } from './usePreview';

const NO_CASES: never[] = [];
const NO_FAULTS: CriteriaFault[] = [];

/** The tree of conditions with its words beside it, as in 政策草拟, for what has conditions besides policies. */
export function Conditions({
  id,
  name,
  empty,
  title,
  asked = OF_POLICIES,
  value,
  refused = NO_FAULTS,
  onChange,
}: {
  /** A form names it so, and leads here to what is wrong with the whole. */
  id?: string;
  name: string;
  /** What it means that there are none. */
  empty: string;
  /** Above the words. */
  title?: string;
  asked?: Asked;
  value?: Criterion | undefined;
  /** What the server found wrong when it was sent. */
  refused?: CriteriaFault[];
  /** A form puts it here. */
  onChange?: (tree: Criterion | undefined) => void;
}) {
  const facts = useFacts(asked);
  const preview = usePreview(value, NO_CASES, asked);
  return (
    <div className={css.columns}>
      <section id={id} tabIndex={-1} aria-label="条件编辑">
        <Loaded query={facts} compact>
          {(dictionary) => (
            <CriteriaEditor
              name={name}
              empty={empty}
              value={value}
              facts={dictionary}
              faults={preview.data?.faults.length ? preview.data.faults : refused}
              readOnly={false}
              onChange={(tree) => onChange?.(tree)}
            />
          )}
        </Loaded>
      </section>
      <Preview
        title={title}
        answer={preview.data}
        loading={preview.isFetching}
        error={preview.error}
        empty={!value}
      />
    </div>
  );
}
