package cn.zhengqi.finance;

import cn.zhengqi.kernel.Ids;
import cn.zhengqi.testing.RetentionTest;
import cn.zhengqi.testing.ServiceTest;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;

@ServiceTest
class FinanceRetentionTest extends RetentionTest {

    @Autowired
    private JdbcClient jdbc;

    @Override
    protected Map<String, List<Kept>> kept() {
        return Map.of("finance.public-record", List.of(new Kept(this::answered, this::isThere)));
    }

    private UUID answered(OffsetDateTime at) {
        UUID id = Ids.next();
        jdbc.sql("""
                        insert into public_record (id, enterprise_id, kind, source, asked_on, asked_at, answer)
                        values (?, ?, 'PENALTY', 'PLATFORM', ?, ?, '{"total": 0, "records": []}')""").params(id, Ids.next(), at.toLocalDate(), at).update();
        return id;
    }

    private boolean isThere(UUID id) {
        return jdbc.sql("select exists (select from public_record where id = ?)")
                .param(id)
                .query(Boolean.class)
                .single();
    }
}
