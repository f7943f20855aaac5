import { Fold } from '../ui/Fold';
import css from './DocumentText.module.css';

/** The wording of a document, line by line: long, so it is there when it is asked for. */
export function DocumentText({ text }: { text: string }) {
  return (
    <Fold title={`展开全文（${text.length.toLocaleString('en')} 字）`}>
      <div className={css.text}>
        {text.split('\n').map((line, at) => (
          // Lines may be alike, and never change places.
          <p key={at}>{line}</p>
        ))}
      </div>
    </Fold>
  );
}
