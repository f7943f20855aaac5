package cn.zhengqi.user.membership;

import cn.zhengqi.code.api.CodeStatus;
import cn.zhengqi.code.api.CodeStatusChanged;
import cn.zhengqi.events.EventHandler;
import cn.zhengqi.events.EventMetadata;
import cn.zhengqi.user.register.Register;
import java.time.Instant;
import org.springframework.stereotype.Component;

/**
 * Who came by a code that is revoked, or by an invitation of theirs, does not act for the enterprise any more, also when they came after the revocation and
 * before it was heard; who claims it anew begins anew.
 */
@Component
class WhenCodeRevoked implements EventHandler<CodeStatusChanged> {

    private final Memberships memberships;
    private final Register register;

    WhenCodeRevoked(Memberships memberships, Register register) {
        this.memberships = memberships;
        this.register = register;
    }

    @Override
    public Class<CodeStatusChanged> type() {
        return CodeStatusChanged.class;
    }

    @Override
    public void handle(CodeStatusChanged changed, EventMetadata meta) {
        if (changed.status() == CodeStatus.REVOKED) {
            Instant heldSince = register.revokeCode(changed.enterpriseId(), changed.at());
            memberships.endAll(changed.enterpriseId(), heldSince, changed.reason(), changed.at());
        }
    }
}
