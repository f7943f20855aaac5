package cn.zhengqi.message;

import static java.util.Map.entry;

import cn.zhengqi.kernel.Ids;
import cn.zhengqi.message.audience.MessageServiceTest;
import cn.zhengqi.testing.RouteSecurityTest;
import cn.zhengqi.testing.TestUsers;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;

@MessageServiceTest
class MessageRoutesTest extends RouteSecurityTest {

    @Autowired
    private JdbcClient jdbc;

    @Override
    protected @Nullable There there(String pattern, String... permissions) {
        if (!pattern.startsWith("/api/message/notifications/{id}/")) {
            return null;
        }
        UUID id = Ids.next();
        jdbc.sql("""
                        insert into notification (id, kind, title, body, channels, audience, state, author_id, author_name, authors,
                          created_at, changed_at, started_at)
                        values (?, 'SYSTEM', '申报提醒', '月底截止', '{IN_SITE}',
                          '{"target":"ACCOUNTS","userTypes":[],"adminsOnly":false,"towns":[],"industries":[],"enterprises":[],"institutions":[]}', 'SENT', ?, '张三', '{}', now(), now(), now())""").params(id, Ids.next()).update();
        UUID receiver = Ids.next();
        jdbc.sql("insert into account_name (account_id, name) values (?, '李四')")
                .param(receiver)
                .update();
        jdbc.sql(
                        "insert into notification_receiver (notification_id, account_id, channel, result) values (?, ?, 'IN_SITE', 'DELIVERED')")
                .params(id, receiver)
                .update();
        return new There(TestUsers.operator(permissions), pattern.replace("{id}", id.toString()));
    }

    @Override
    protected Map<String, String> needsNoKey() {
        return Map.ofEntries(
                entry("POST /api/message/my/messages/read", "what was read stays read"),
                entry("POST /api/message/sms-receipts/aliyun/{token}", "the first report of a message counts"),
                entry("POST /api/message/sms-receipts/tencent/{token}", "the first report of a message counts"),
                entry("POST /api/message/sms-receipts/submail", "the first report of a message counts"),
                entry("POST /api/message/notifications/count", "counts, and changes nothing"),
                entry("POST /api/message/notifications/preview", "shows, and changes nothing"),
                entry("POST /api/message/templates/{code}/preview", "shows, and changes nothing"));
    }
}
