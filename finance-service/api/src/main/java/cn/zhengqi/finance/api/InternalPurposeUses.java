package cn.zhengqi.finance.api;

import java.util.List;
import java.util.Map;
import org.springframework.cloud.openfeign.FeignClient;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;

/** Asked before a purpose of loans is deleted from the dictionary, and for how often each is used: here they are kept by name. */
@FeignClient(name = "finance-service", contextId = "purpose-uses")
public interface InternalPurposeUses {

    /** @param names that purposes have or had in the dictionary */
    record Names(List<String> names) {

        public Names {
            names = List.copyOf(names);
        }
    }

    /**
     * In applications and demands, ended ones too.
     *
     * @param byName how many name it; a name that none has is left out
     * @param inOtherWords how many whose purpose somebody put into words of their own
     */
    record Uses(Map<String, Long> byName, long inOtherWords) {

        public Uses {
            byName = Map.copyOf(byName);
        }
    }

    @PostMapping("/internal/purpose-uses")
    Uses uses(@RequestBody Names asked);
}
