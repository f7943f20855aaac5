import { Button, Input, Space } from 'antd';
import { useCopy } from '../useCopy';

/** A secret that nobody sees again, to be copied whole. A dialog with one is closed by its button alone, not by Esc. */
export function ShownOnce({ name, value }: { name: string; value: string }) {
  const { copied, copy, byHand } = useCopy(value);
  return (
    <>
      <Space.Compact block>
        <Input readOnly aria-label={name} value={value} />
        {copy && (
          <Button aria-label={`${copied ? '已复制' : '复制'}${name}`} onClick={copy}>
            {copied ? '已复制' : '复制'}
          </Button>
        )}
      </Space.Compact>
      {byHand}
    </>
  );
}
