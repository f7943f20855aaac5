import { useBrand } from '../brand';
import { label } from '../i18n';
import { Icon } from './Icon';
import { publicSources, remarkOf, sourcesIn } from './sources';
import css from './Sources.module.css';

/** Where something was read: links by their publisher, never the long address; with what kind it is and what it is for. */
export function Sources({
  text,
  owner,
  told: checked = false,
}: {
  text: string;
  /** For the public: who could confirm what pages without an owner to trust only copied. Without it all are listed. */
  owner?: '银行' | '发文机关';
  /** How far it was checked is told beside it. */
  told?: boolean;
}) {
  const { publishers } = useBrand();
  const { told, copies } = owner
    ? publicSources(text, publishers)
    : { told: sourcesIn(text, publishers), copies: 0 };
  return (
    <ul className={css.sources}>
      {told.map((source, index) => (
        <li key={index}>
          {source.url && (
            <a href={source.url} target="_blank" rel="noreferrer">
              {source.site} <Icon name="external" size={14} title="在新窗口打开" />
            </a>
          )}
          {source.kind && <span> {label('sourceKind', source.kind)}</span>}
          {remarkOf(source) && <span>{source.url ? `（${remarkOf(source)}）` : source.remark}</span>}
        </li>
      ))}
      {copies > 0 && (
        <li>
          网络转载（{copies} 处）{!checked && `，未与${owner}核对`}
        </li>
      )}
    </ul>
  );
}
