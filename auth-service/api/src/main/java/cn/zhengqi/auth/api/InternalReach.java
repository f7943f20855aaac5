package cn.zhengqi.auth.api;

import java.util.Set;
import java.util.UUID;
import org.springframework.cloud.openfeign.FeignClient;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;

/** For message-service, which says how many people a notification would reach before it is sent. */
@FeignClient(name = "auth-service", contextId = "internal-reach")
public interface InternalReach {

    int MOST_ACCOUNTS = 5_000;

    /**
     * How many of some accounts can be reached.
     *
     * @param weChat have bound WeChat
     * @param phone have a phone that is proved to be theirs
     */
    record Ways(long weChat, long phone) {}

    /** @param accounts at most {@value #MOST_ACCOUNTS} */
    @PostMapping("/internal/reach")
    Ways ways(@RequestBody Set<UUID> accounts);
}
