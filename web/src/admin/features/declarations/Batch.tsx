import { useQueryClient } from '@tanstack/react-query';
import { Button, Form, Input } from 'antd';
import { useState } from 'react';
import { api, type DeclarationRow } from '@/shared/api';
import { dropDecisionDrafts } from '@/shared/api/drafts';
import { FormDrawer } from '@/shared/ui/antd';
import { enoughWords, LEAST_HINT } from '@/shared/ui/reasons';
import { outcomes, type BatchOutcome } from '../../ui/batch';

export const ACTS = { TAKE_ON: '承办', PASS: '通过', REJECT: '驳回' } as const;
export type Act = keyof typeof ACTS;

/** What each act does, and what is asked for it. */
const ASKED: Record<Act, { intro: string; opinion?: string; must?: boolean }> = {
  TAKE_ON: { intro: '承办后由您办理当前环节，企业在办理进度中可以看到。' },
  PASS: {
    intro: '请确认已逐件核对。只有由您承办的申报会通过当前环节，最后一个环节即为批准。',
    opinion: '办理意见',
  },
  REJECT: { intro: '只有由您承办的申报会驳回，原因发给每家企业。', opinion: '驳回的原因', must: true },
};

/** Several declarations taken on, passed or rejected with one opinion; each by its own rules. */
export function Batch({
  rows,
  done,
}: {
  rows: DeclarationRow[];
  done: (act: Act, rows: BatchOutcome[]) => void;
}) {
  const queries = useQueryClient();
  const [act, setAct] = useState<Act>();
  const shown = act ?? 'TAKE_ON';
  const { intro, opinion: name, must } = ASKED[shown];
  const run = async (opinion: string | undefined, idempotencyKey: string) => {
    const answers = await api.post('/api/policy/declarations/batch', {
      body: {
        action: shown,
        items: rows.map(({ id, version }) => ({ id, version })),
        opinion: opinion?.trim() || undefined,
      },
      idempotencyKey,
    });
    // Who takes a declaration on has decided nothing about it.
    if (shown !== 'TAKE_ON') for (const one of answers) if (one.done) dropDecisionDrafts(one.id);
    done(shown, outcomes(rows, answers));
    await queries.invalidateQueries({ queryKey: ['console-declarations'] });
  };
  return (
    <>
      {(Object.keys(ACTS) as Act[]).map((one) => (
        <Button key={one} danger={one === 'REJECT'} disabled={!rows.length} onClick={() => setAct(one)}>
          批量{ACTS[one]}
          {rows.length > 0 && `（${rows.length}）`}
        </Button>
      ))}
      <FormDrawer<{ opinion?: string }>
        key={shown}
        open={!!act}
        title={`批量${ACTS[shown]} ${rows.length} 件申报`}
        submitText={ACTS[shown]}
        danger={shown === 'REJECT'}
        onClose={() => setAct(undefined)}
        onSubmit={({ opinion }, key) => run(opinion, key)}
      >
        {() => (
          <>
            <p>{intro}</p>
            {name && (
              <Form.Item
                name="opinion"
                label={name}
                rules={[
                  { required: must, whitespace: must, message: `请填写${name}` },
                  { max: 500, message: '不超过 500 字' },
                  ...(must ? [enoughWords(name)] : []),
                ]}
              >
                <Input.TextArea
                  rows={4}
                  showCount
                  maxLength={500}
                  placeholder={must ? LEAST_HINT : '选填，每家企业可以看到'}
                />
              </Form.Item>
            )}
          </>
        )}
      </FormDrawer>
    </>
  );
}
