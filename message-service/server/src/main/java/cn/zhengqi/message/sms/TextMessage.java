package cn.zhengqi.message.sms;

import cn.zhengqi.kernel.Mask;
import cn.zhengqi.message.api.InternalSms.Purpose;

/** One text message with its variable: a code, the token of a link, a few words. */
record TextMessage(String phone, Purpose purpose, String code) {

    /** Into a log goes neither the phone nor the code. */
    @Override
    public String toString() {
        return purpose + " to " + Mask.PHONE.apply(phone);
    }
}
