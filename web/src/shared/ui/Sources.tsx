import { useBrand } from '../brand';
import { label } from '../i18n';
import { Icon } from './Icon';
import { remarkOf, sourcesIn } from './sources';
import css from './Sources.module.css';

/** Where something was read: links by their publisher, never the long address; with what kind it is and what it is for. */
export function Sources({ text }: { text: string }) {
  const { publishers } = useBrand();
  return (
    <ul className={css.sources}>
      {sourcesIn(text, publishers).map((source, index) => (
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
    </ul>
  );
}
