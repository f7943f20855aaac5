import { TextArea, type TextAreaProps, type TextAreaRef } from 'antd-mobile';
import { useEffect, useRef } from 'react';

/**
 * A field for some sentences, which says how many letters are in it. They are counted as the services and the portal count them, where a
 * picture like 😀 is two; the library would take more of them than a service accepts.
 */
export function Words({ maxLength, ...props }: TextAreaProps & { maxLength: number }) {
  const field = useRef<TextAreaRef>(null);
  useEffect(() => {
    field.current?.nativeElement?.setAttribute('maxlength', String(maxLength));
  }, [maxLength]);
  return (
    <TextArea
      {...props}
      ref={field}
      showCount={() => (
        <div className="adm-text-area-count">
          {props.value?.length ?? 0}/{maxLength}
        </div>
      )}
    />
  );
}
