package cn.zhengqi.message;

import static java.util.Map.entry;

import cn.zhengqi.testing.AuditedRoutesTest;
import java.util.Map;

class MessageAuditedRoutesTest extends AuditedRoutesTest {

    MessageAuditedRoutesTest() {
        super(
                "message",
                Map.ofEntries(
                        entry("POST /api/message/notifications/count", "counts, and changes nothing"),
                        entry("POST /api/message/notifications/preview", "shows, and changes nothing"),
                        entry("POST /api/message/templates/{code}/preview", "shows, and changes nothing"),
                        entry(
                                "POST /api/message/templates/{code}/test",
                                "a message to who asks for it; it stands in the log of pushes"),
                        entry("POST /internal/message/rebuild", "makes a copy anew from events that are on record"),
                        entry("POST /internal/sms", "what is sent stands in the log of pushes"),
                        entry(
                                "PUT /api/message/my/settings",
                                "how a person wants to be told; said by themselves, and of their own messages alone"),
                        entry(
                                "POST /api/message/my/policy-topics",
                                "of what a person wants to hear; said by themselves, and of their own messages alone"),
                        entry(
                                "DELETE /api/message/my/policy-topics/{id}",
                                "of what a person wants to hear; said by themselves, and of their own messages alone"),
                        entry("POST /api/message/my/messages/read", "what a person has read of their own"),
                        entry(
                                "DELETE /api/message/my/messages/{id}",
                                "a person's own message; that it was sent stays on record"),
                        entry(
                                "POST /api/message/sms-receipts/aliyun/{token}",
                                "a provider's word on an attempt, which stands beside the log of pushes"),
                        entry(
                                "POST /api/message/sms-receipts/tencent/{token}",
                                "a provider's word on an attempt, which stands beside the log of pushes"),
                        entry(
                                "POST /api/message/sms-receipts/submail",
                                "a provider's word on an attempt, which stands beside the log of pushes")));
    }
}
