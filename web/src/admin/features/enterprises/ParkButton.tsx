import { useQuery, useQueryClient } from '@tanstack/react-query';
import { App, Button, Form, Select } from 'antd';
import { useState } from 'react';
import { api, type EnterpriseDetail } from '@/shared/api';
import { FormDrawer } from '@/shared/ui/antd';
import { pageCss } from '../../ui/page';

/** 划入园区: the register does not say it, staff do. */
export function ParkButton({ enterprise }: { enterprise: EnterpriseDetail }) {
  const { message } = App.useApp();
  const queries = useQueryClient();
  const [open, setOpen] = useState(false);
  const parks = useQuery({
    queryKey: ['reference', 'parks'],
    queryFn: ({ signal }) => api.get('/api/user/reference/parks', { signal }),
    enabled: open,
  });
  return (
    <>
      <Button onClick={() => setOpen(true)}>划入园区</Button>
      <FormDrawer<{ parkCode?: string }>
        open={open}
        title="划入园区"
        submitText="保存"
        initialValues={{ parkCode: enterprise.parkCode }}
        onClose={() => setOpen(false)}
        onSubmit={async ({ parkCode }) => {
          await api.put('/api/user/enterprises/{id}/park', {
            path: { id: enterprise.id },
            body: { parkCode },
          });
          void message.success('所属园区已保存');
          await queries.invalidateQueries({ queryKey: ['enterprises'] });
        }}
      >
        <p className={pageCss.about}>{enterprise.name}</p>
        <Form.Item name="parkCode" label="园区" required extra="不选即不在任何园区">
          <Select
            allowClear
            loading={parks.isPending}
            showSearch={{ optionFilterProp: 'label' }}
            options={(parks.data ?? []).map(({ code, name }) => ({ value: code, label: name }))}
          />
        </Form.Item>
      </FormDrawer>
    </>
  );
}
