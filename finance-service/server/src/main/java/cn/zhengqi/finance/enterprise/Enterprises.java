package cn.zhengqi.finance.enterprise;

import cn.zhengqi.kernel.ProblemException;
import cn.zhengqi.user.api.EnterpriseRecord;
import cn.zhengqi.user.api.InternalEnterprises;
import cn.zhengqi.web.CurrentUser;
import java.util.UUID;
import org.springframework.stereotype.Component;

/** Enterprises as the copy of the register knows them; before a record has arrived here, as the register itself does: what is handed in keeps its town, and whether it is made up, for good. */
@Component
public class Enterprises {

    private final EnterpriseMapper copy;
    private final InternalEnterprises register;

    Enterprises(EnterpriseMapper copy, InternalEnterprises register) {
        this.copy = copy;
        this.register = register;
    }

    /** @throws ProblemException NOT_FOUND; SERVICE_UNAVAILABLE while it is not known here and nobody can say */
    public ActedFor actedForBy(CurrentUser user) {
        UUID id = user.requireEnterprise();
        return copy.find(id)
                .map(it -> new ActedFor(id, it.name(), it.townCode(), it.demo()))
                .orElseGet(() -> asked(id));
    }

    private ActedFor asked(UUID id) {
        EnterpriseRecord it = register.enterprise(id);
        return new ActedFor(id, it.name(), it.townCode(), it.demo());
    }
}
