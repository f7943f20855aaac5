package cn.zhengqi.message.sms;

import cn.zhengqi.kernel.Mask;
import cn.zhengqi.message.api.InternalSms.Purpose;

/** One text message with a code, or with the token of a link. */
record TextMessage(String phone, Purpose purpose, String code) {

    /** Into a log goes neither the phone nor the code. */
    @Override
    public String toString() {
        return purpose + " to " + Mask.PHONE.apply(phone);
    }
}
