package cn.zhengqi.message;

import static java.util.Map.entry;

import cn.zhengqi.message.audience.MessageServiceTest;
import cn.zhengqi.testing.RouteSecurityTest;
import java.util.Map;

@MessageServiceTest
class MessageRoutesTest extends RouteSecurityTest {

    @Override
    protected Map<String, String> needsNoKey() {
        return Map.ofEntries(
                entry("POST /api/message/my/messages/read", "what was read stays read"),
                entry("POST /api/message/notifications/count", "counts, and changes nothing"),
                entry("POST /api/message/notifications/preview", "shows, and changes nothing"));
    }
}
