package cn.zhengqi.message.api;

import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.cloud.openfeign.FeignClient;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;

/** For auth-service, which knows what a code or a link opens; here it is only brought to a phone. */
@FeignClient(name = "message-service", contextId = "internal-sms", path = "/internal/sms")
public interface InternalSms {

    /** What a code is for; each has its own text, which the provider has approved. */
    enum Purpose {
        SIGN_IN,
        PASSWORD_RESET,
        REGISTRATION,
        /** Proves a new phone of an account, or the one that it has. */
        PHONE_CHANGE,
        /** No code, but the last four digits of the phone that the account has now; to the one that it had. */
        PHONE_CHANGED,
        /** No code, but the name of the institution that was let in. */
        ADMISSION_APPROVED,
        /** No code, but the name of the institution that was not let in. */
        ADMISSION_REJECTED,
        /** Not a code to type in, but the token of a one-time link by which the owner sets the password. */
        PASSWORD_LINK,
        /** No code, but the title of what an operator tells many people. */
        NOTIFICATION
    }

    /**
     * A code for one phone. It is written nowhere but into the text message.
     *
     * @param accountId whose phone it is; null: nobody's yet
     */
    record CodeMessage(@Nullable UUID accountId, String phone, Purpose purpose, String code) {

        @Override
        public String toString() {
            return "CodeMessage[" + accountId + ", " + purpose + "]";
        }
    }

    /** @param available whether there is anybody who brings text messages */
    record Availability(boolean available) {}

    @GetMapping("/availability")
    Availability availability();

    /** Answers SMS_NOT_CONFIGURED, SMS_FAILED. */
    @PostMapping
    void send(@RequestBody CodeMessage message);
}
