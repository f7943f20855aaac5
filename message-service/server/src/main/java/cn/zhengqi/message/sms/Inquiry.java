package cn.zhengqi.message.sms;

import cn.zhengqi.kernel.Mask;
import java.time.Instant;
import java.util.UUID;

/** What a provider is asked of an attempt: it looks by phone and time, and names our id in what it finds. */
record Inquiry(UUID attempt, String phone, Instant sentAt) {

    /** Into a log goes no phone. */
    @Override
    public String toString() {
        return attempt + " to " + Mask.PHONE.apply(phone);
    }
}
