package cn.zhengqi.message.sms;

import cn.zhengqi.message.api.InternalSms.Purpose;
import cn.zhengqi.message.push.SmsProvider;
import java.time.Duration;
import java.util.UUID;

/** Port to one provider who brings text messages to phones. */
interface SmsSender {

    SmsProvider provider();

    /** Whether the provider has approved a template for it. */
    boolean brings(Purpose purpose);

    /** What stands on the phone, by which its parts are counted. */
    String text(TextMessage message);

    /**
     * Hands over once; says by its answer what is known of it, and throws nothing.
     *
     * @param attempt is told to the provider where it reports by such an id
     */
    Handover send(UUID attempt, TextMessage message);

    /** For how long after handing over it can be asked what became of an attempt; zero: it cannot be asked. */
    Duration remembers();

    /** Asks once what became of an attempt; says by its answer what is known, and throws nothing. */
    Found find(Inquiry inquiry);
}
