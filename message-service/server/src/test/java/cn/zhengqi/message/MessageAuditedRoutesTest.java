package cn.zhengqi.message;

import cn.zhengqi.testing.AuditedRoutesTest;
import java.util.Map;

class MessageAuditedRoutesTest extends AuditedRoutesTest {

    MessageAuditedRoutesTest() {
        super(
                "message",
                Map.of(
                        "POST /api/message/notifications/count",
                        "counts, and changes nothing",
                        "POST /api/message/notifications/preview",
                        "shows, and changes nothing",
                        "POST /api/message/templates/{code}/preview",
                        "shows, and changes nothing",
                        "POST /api/message/templates/{code}/test",
                        "a message to who asks for it; it stands in the log of pushes",
                        "POST /internal/message/rebuild",
                        "makes a copy anew from events that are on record",
                        "POST /internal/sms",
                        "what is sent stands in the log of pushes",
                        "PUT /api/message/my/settings",
                        "how a person wants to be told; said by themselves, and of their own messages alone",
                        "POST /api/message/my/messages/read",
                        "what a person has read of their own",
                        "DELETE /api/message/my/messages/{id}",
                        "a person's own message; that it was sent stays on record"));
    }
}
