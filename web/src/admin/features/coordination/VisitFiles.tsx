import type { VisitFile } from '@/shared/api';
import { Icon } from '@/shared/ui';
import css from './VisitFiles.module.css';

export const isPhoto = ({ contentType }: Pick<VisitFile, 'contentType'>) => contentType.startsWith('image/');

/** What is to be seen: in the words of who was there, else which of the photos it is. */
const wordsOf = (file: VisitFile, place: number) => file.words ?? `第 ${place + 1} 张走访照片`;

/** Photos and papers of a visit; each opens beside. */
export function VisitFiles({ files }: { files: VisitFile[] }) {
  return (
    <ul className={css.files}>
      {files.map((file, place) => (
        <li key={file.id}>
          <figure>
            <Thumbnail file={file} alt={wordsOf(file, place)} />
            {file.words && <figcaption>{file.words}</figcaption>}
          </figure>
        </li>
      ))}
    </ul>
  );
}

export function Thumbnail({ file, alt }: { file: VisitFile; alt: string }) {
  const href = `/api/finance/visit-files/${file.id}`;
  return (
    <a href={href} target="_blank" rel="noreferrer">
      {isPhoto(file) ? (
        <img src={href} alt={alt} loading="lazy" />
      ) : (
        <>
          <span className={css.paper} aria-hidden>
            <Icon name="file" size={32} />
          </span>
          {file.name}
        </>
      )}
    </a>
  );
}
