package cn.zhengqi.stats.reconciliation;

import java.util.List;
import org.springframework.stereotype.Component;

/** The services that statistics are made of. */
@Component
record Sources(Source.Auth auth, Source.Code code, Source.Policy policy, Source.Finance finance) {

    List<Source> all() {
        return List.of(auth, code, policy, finance);
    }
}
