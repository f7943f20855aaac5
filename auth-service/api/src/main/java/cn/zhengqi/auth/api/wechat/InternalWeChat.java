package cn.zhengqi.auth.api.wechat;

import java.time.Instant;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.cloud.openfeign.FeignClient;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;

/** For message-service, which knows what is to be told; to whom at WeChat only auth-service knows. */
@FeignClient(name = "auth-service", contextId = "internal-wechat", path = "/internal/wechat")
public interface InternalWeChat {

    /**
     * That there is something to read on the platform: its title, and nothing of its text.
     *
     * @param id the same when it is asked for again: WeChat then sends it once
     * @param link path of the platform; null: to the list of messages
     */
    record Note(
            UUID id, UUID accountId, String title, @Nullable String link, Instant at) {}

    /** What became of it. */
    enum Outcome {
        /** WeChat took it. */
        ACCEPTED,
        /** There is no official account, or none bound to the account: nobody to send it to. */
        NOBODY,
        /** WeChat does not take it, now or later; as where the person does not follow the official account. */
        REFUSED,
        /** It has not gone out, and may be asked for again: WeChat could not be reached, or is not able to now. */
        LATER,
        /**
         * WeChat was asked and nobody knows what it answered: it may have gone out. A note is asked for again only within the ten minutes in which WeChat knows its id; a subscription message,
         * for which WeChat knows none, never.
         */
        UNCERTAIN
    }

    /**
     * @param code number of WeChat's answer (errcode), 0 where it took it; null: it was not asked, or nobody knows
     * @param words what the number means, as far as it is known
     */
    record Sent(
            Outcome outcome,
            @Nullable String code,
            @Nullable String words) {

        public static Sent of(Outcome outcome) {
            return new Sent(outcome, null, null);
        }
    }

    /** Of these accounts, those that have bound WeChat: to the others nothing can go, and nobody needs to ask for it. */
    @PostMapping("/bound")
    Set<UUID> bound(@RequestBody Set<UUID> accounts);

    /** Who gets an error for an answer knows that nothing has gone out; who gets none does not. */
    @PostMapping("/notes")
    Sent send(@RequestBody Note note);

    /** As a subscription message (订阅消息), for which the person has agreed once more than was sent. The same id uses no second agreement. */
    @PostMapping("/subscription-notes")
    Sent sendOnce(@RequestBody Note note);
}
