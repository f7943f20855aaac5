import { useQuery, useQueryClient } from '@tanstack/react-query';
import { App, type FormInstance } from 'antd';
import { useNavigate, useSearchParams } from 'react-router';
import { api, isProblem, useSubmit, type ProductContent, type ProductEntry } from '@/shared/api';
import { Loaded } from '@/shared/ui';
import { useProblems } from '@/shared/ui/antd';
import { PageHead, pageCss } from '../../ui/page';
import { EMPTY, entryField } from './content';
import { EntryForm } from './EntryForm';

/** 录入产品: a new one, or with `?product=` the next edition of one. */
export default function NewEntryPage() {
  const [params] = useSearchParams();
  const product = params.get('product') ?? undefined;
  return product ? <NextEdition key={product} product={product} /> : <New content={EMPTY} />;
}

function NextEdition({ product }: { product: string }) {
  const start = useQuery({
    queryKey: ['entries', 'start', product],
    queryFn: ({ signal }) =>
      api.get('/api/finance/manage/product-entries/start', { query: { product }, signal }),
    // The form starts with it: another look would be another start.
    staleTime: Infinity,
    gcTime: 0,
  });
  return (
    <Loaded page query={start}>
      {(content) => <New content={content} product={product} />}
    </Loaded>
  );
}

function New({ content, product }: { content: ProductContent; product?: string }) {
  const navigate = useNavigate();
  const queries = useQueryClient();
  const problems = useProblems();
  const { message } = App.useApp();
  const open = async (entry: ProductEntry) => {
    queries.setQueryData(['entries', 'one', entry.id], entry);
    void queries.invalidateQueries({ queryKey: ['entries', 'list'] });
    await navigate(`/product-entries/${entry.id}`, { replace: true });
  };
  const begin = useSubmit(
    async (
      { content: typed, handIn }: { content: ProductContent; handIn: boolean; form: FormInstance },
      idempotencyKey,
    ) => {
      const entry = await api.post('/api/finance/manage/product-entries', {
        body: { productId: product, content: typed },
        idempotencyKey,
      });
      if (!handIn) return { entry };
      const submitted = api.post('/api/finance/manage/product-entries/{id}/submit', {
        path: { id: entry.id },
        body: { version: entry.version },
        idempotencyKey: `${idempotencyKey}-submit`,
      });
      // It is kept all the same: what is wrong is mended where it is.
      return submitted.then(
        (done) => ({ entry: done }),
        (refused: Error) => ({ entry, refused }),
      );
    },
    {
      onSuccess: ({ entry, ...rest }, { handIn, form }) => {
        if ('refused' in rest) {
          void message.warning('已保存为草稿，还不能提交');
          problems(rest.refused, form, entryField);
        } else void message.success(handIn ? '已提交审核' : '草稿已保存');
        void open(entry);
      },
    },
  );
  const send = (typed: ProductContent, handIn: boolean, form: FormInstance) =>
    begin.mutateAsync({ content: typed, handIn, form }).then(
      () => true,
      (error: unknown) => {
        problems(error, isProblem(error) ? form : undefined, entryField);
        return false;
      },
    );
  return (
    <div className={pageCss.page}>
      <PageHead
        title={product ? `发布新版本：${content.title ?? ''}` : '录入新产品'}
        facts={
          product
            ? '审核通过前，现行版本继续有效；已提交的申请按原版本办理'
            : '提交后由金融办审核，通过后对外发布'
        }
      />
      <EntryForm
        content={content}
        busy={begin.isPending}
        onKeep={(typed, form) => send(typed, false, form)}
        onHandIn={(typed, form) => send(typed, true, form)}
      />
    </div>
  );
}
