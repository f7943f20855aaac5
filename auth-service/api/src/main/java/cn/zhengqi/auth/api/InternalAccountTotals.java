package cn.zhengqi.auth.api;

import cn.zhengqi.kernel.Channel;
import java.time.LocalDate;
import java.util.Map;
import org.springframework.cloud.openfeign.FeignClient;
import org.springframework.web.bind.annotation.GetMapping;

/**
 * All accounts that were ever opened of the types that may register, closed ones too, counted from auth-service's own table, against which the statistics are checked. What
 * operators open for departments, banks and themselves is not among them.
 */
@FeignClient(name = "auth-service", contextId = "account-totals")
public interface InternalAccountTotals {

    /** @param byDay days of the district */
    record AccountTotals(long registeredUsers, Map<Channel, Long> byChannel, Map<LocalDate, Long> byDay) {

        public AccountTotals {
            byChannel = Map.copyOf(byChannel);
            byDay = Map.copyOf(byDay);
        }
    }

    @GetMapping("/internal/totals")
    AccountTotals totals();
}
