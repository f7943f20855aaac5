package cn.zhengqi.finance.enterprise;

import cn.zhengqi.web.CurrentUser;
import java.util.Objects;
import java.util.UUID;
import org.springframework.stereotype.Component;

/** Enterprises as the copy of the register knows them; before a record has arrived, as the person's token names theirs. */
@Component
public class Enterprises {

    private final EnterpriseMapper copy;

    Enterprises(EnterpriseMapper copy) {
        this.copy = copy;
    }

    public ActedFor actedForBy(CurrentUser user) {
        UUID id = user.requireEnterprise();
        return copy.find(id)
                .map(it -> new ActedFor(id, it.name(), it.townCode(), it.demo()))
                .orElseGet(() -> new ActedFor(id, Objects.requireNonNullElse(user.enterpriseName(), ""), null, false));
    }
}
