import { useRef, useState, type FormEvent } from 'react';
import { Icon } from '@/shared/ui';
import { Button } from './index';
import css from './SearchBox.module.css';

/** The search field of a list. Follows the URL: a new `value` from outside replaces what was typed, and the cursor stays in the field. */
export function SearchBox({
  value,
  placeholder,
  onSearch,
}: {
  value: string;
  placeholder: string;
  onSearch: (value: string) => void;
}) {
  const [text, setText] = useState(value);
  const [followed, setFollowed] = useState(value);
  const field = useRef<HTMLInputElement>(null);
  if (followed !== value) {
    setFollowed(value);
    setText(value);
  }
  const submit = (event: FormEvent) => {
    event.preventDefault();
    onSearch(text.trim());
  };
  return (
    <form role="search" className={css.box} onSubmit={submit}>
      <Icon name="search" size={22} />
      <input
        ref={field}
        type="search"
        aria-label={placeholder}
        placeholder={placeholder}
        value={text}
        maxLength={60}
        enterKeyHint="search"
        onChange={(event) => setText(event.target.value)}
      />
      {text && (
        <button
          type="button"
          className={css.clear}
          aria-label="清除"
          onClick={() => {
            setText('');
            // The button goes with what it has cleared.
            field.current?.focus();
            if (value) onSearch('');
          }}
        >
          <Icon name="close" size={16} />
        </button>
      )}
      <Button type="submit">查询</Button>
    </form>
  );
}
